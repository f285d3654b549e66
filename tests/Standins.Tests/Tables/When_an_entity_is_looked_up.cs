using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Interactions.Standins.Tests.Tables;

[Collection(TablesEmulatorDefinition.Name)]
public sealed class When_an_entity_is_looked_up(TablesEmulator emulator)
{
    [Fact]
    public async Task A_missing_one_is_a_failure_for_who_expects_it()
    {
        var table = await emulator.NewTableAsync();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("p", "r"));

        Assert.Equal(404, failure.Status);
        Assert.True(failure.ErrorCode == TableErrorCode.ResourceNotFound);
    }

    [Fact]
    public async Task A_missing_one_is_an_answer_for_who_asks_if_it_exists()
    {
        var table = await emulator.NewTableAsync();

        var answer = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.False(answer.HasValue);
        Assert.Equal(404, answer.GetRawResponse().Status);
        Assert.False(answer.GetRawResponse().IsError);
        Assert.Throws<InvalidOperationException>(() => answer.Value);
    }

    [Fact]
    public async Task One_that_exists_is_the_answers_value()
    {
        var table = await emulator.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1 });

        var answer = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.True(answer.HasValue);
        Assert.Equal(1, answer.Value!.GetInt32("A"));
    }

    [Fact]
    public async Task A_missing_table_is_told_from_a_missing_entity()
    {
        var table = new TableClient(emulator.ConnectionString, TablesEmulator.NewName());

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(404, failure.Status);
        Assert.True(failure.ErrorCode == TableErrorCode.TableNotFound);
    }

    [Fact]
    public async Task Only_the_selected_properties_come()
    {
        var table = await emulator.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2L, ["C"] = "c" });

        var answer = await table.GetEntityIfExistsAsync<TableEntity>("p", "r", ["B", "C"]);
        var read = (await table.GetEntityAsync<TableEntity>("p", "r", ["A"])).Value;

        Assert.Equal((null, 2L, "c"), (answer.Value!["A"], answer.Value["B"], answer.Value["C"]));
        Assert.Equal((1, null), (read["A"], read["B"]));
    }

    [Fact]
    public async Task The_callers_cancellation_is_heeded()
    {
        var table = await emulator.NewTableAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: new CancellationToken(canceled: true)));
    }
}
