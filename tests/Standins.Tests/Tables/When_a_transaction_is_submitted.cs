using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using static Azure.Data.Tables.TableTransactionActionType;

namespace Interactions.Standins.Tests.Tables;

[Collection(TablesEmulatorDefinition.Name)]
public sealed class When_a_transaction_is_submitted(TablesEmulator emulator)
{
    [Fact]
    public async Task All_its_actions_are_applied_and_answered_in_order()
    {
        var table = await emulator.NewTableAsync();
        var merged = await table.AddEntityAsync(Row("merged", 1));
        var replaced = await table.AddEntityAsync(Row("replaced", 1));
        var deleted = await table.AddEntityAsync(Row("deleted", 1));

        var answer = await table.SubmitTransactionAsync(
        [
            new(Add, Row("added", 1)),
            new(UpdateMerge, new TableEntity("p", "merged") { ["Other"] = 2 }, merged.Headers.ETag!.Value),
            new(UpdateReplace, new TableEntity("p", "replaced") { ["Other"] = 3 }, replaced.Headers.ETag!.Value),
            new(Delete, Row("deleted", 1), deleted.Headers.ETag!.Value),
            new(UpsertMerge, Row("upserted", 4)),
            new(UpsertReplace, Row("upserted too", 5)),
        ]);

        Assert.Equal(202, answer.GetRawResponse().Status);
        Assert.Equal([204, 204, 204, 204, 204, 204], answer.Value.Select(each => each.Status));
        Assert.Equal(1, (await ReadAsync(table, "added")).GetInt32("N"));
        Assert.Equal(1, (await ReadAsync(table, "merged")).GetInt32("N"));
        Assert.Equal(2, (await ReadAsync(table, "merged")).GetInt32("Other"));
        Assert.Null((await ReadAsync(table, "replaced"))["N"]);
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("p", "deleted")).HasValue);
        Assert.Equal(4, (await ReadAsync(table, "upserted")).GetInt32("N"));
        Assert.Equal(5, (await ReadAsync(table, "upserted too")).GetInt32("N"));
    }

    [Fact]
    public async Task More_actions_than_the_service_takes_are_refused_as_a_whole()
    {
        var table = await emulator.NewTableAsync();
        var actions = Enumerable.Range(0, 101).Select(i => new TableTransactionAction(Add, Row($"{i:D3}", i)));

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(actions));

        Assert.Equal(400, failure.Status);
        Assert.Empty(await table.QueryAsync<TableEntity>().ToListAsync());
    }

    [Fact]
    public async Task Each_answer_carries_the_new_etag()
    {
        var table = await emulator.NewTableAsync();

        var answer = await table.SubmitTransactionAsync([new(Add, Row("a", 1)), new(UpsertReplace, Row("b", 2))]);

        Assert.Equal((await ReadAsync(table, "a")).ETag, answer.Value[0].Headers.ETag);
        Assert.Equal((await ReadAsync(table, "b")).ETag, answer.Value[1].Headers.ETag);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(99)]
    public async Task One_duplicate_undoes_everything_and_is_pointed_at(int position)
    {
        var table = await emulator.NewTableAsync();
        await table.AddEntityAsync(Row($"{position:D2}", -1));
        var actions = Enumerable.Range(0, 100).Select(i => new TableTransactionAction(Add, Row($"{i:D2}", i)));

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(actions));

        Assert.Equal(409, failure.Status);
        Assert.True(failure.ErrorCode == TableErrorCode.EntityAlreadyExists);
        Assert.Equal(position, failure.FailedTransactionActionIndex);
        Assert.Equal([$"{position:D2}"], await KeysAsync(table));
    }

    [Fact]
    public async Task A_stale_etag_undoes_everything_and_is_pointed_at()
    {
        var table = await emulator.NewTableAsync();
        var stale = (await table.AddEntityAsync(Row("head", 1))).Headers.ETag!.Value;
        await table.UpsertEntityAsync(Row("head", 2));

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => table.SubmitTransactionAsync([new(Add, Row("log", 1)), new(UpdateReplace, Row("head", 3), stale)]));

        Assert.Equal((412, 1), (failure.Status, failure.FailedTransactionActionIndex));
        Assert.True(failure.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied);
        Assert.Equal(["head"], await KeysAsync(table));
        Assert.Equal(2, (await ReadAsync(table, "head")).GetInt32("N"));
    }

    [Fact]
    public async Task A_missing_row_cannot_be_deleted_within_it()
    {
        var table = await emulator.NewTableAsync();

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => table.SubmitTransactionAsync([new(Add, Row("a", 1)), new(Delete, Row("nobody", 0))]));

        Assert.Equal((404, 1), (failure.Status, failure.FailedTransactionActionIndex));
        Assert.Empty(await KeysAsync(table));
    }

    [Fact]
    public async Task Every_type_and_any_text_passes_through_it()
    {
        var table = await emulator.NewTableAsync();
        var row = new TableEntity("p", "r")
        {
            ["Text"] = "--batch\r\nHTTP/1.1 500\r\n\r\n{\"it's\"} 你好",
            ["Int64"] = long.MaxValue,
            ["Double"] = 1.0,
            ["Bytes"] = new byte[] { 0, 255 },
        };

        await table.SubmitTransactionAsync([new(Add, row)]);
        var read = await ReadAsync(table, "r");

        Assert.Equal((row["Text"], row["Int64"], row["Double"]), (read["Text"], read["Int64"], read["Double"]));
        Assert.Equal(row.GetBinary("Bytes"), read.GetBinary("Bytes"));
    }

    [Fact]
    public async Task An_empty_one_is_a_mistake_of_the_caller()
    {
        var table = new TableClient(emulator.ConnectionString, "any");

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.SubmitTransactionAsync([]));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.SubmitTransactionAsync(null!));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => table.SubmitTransactionAsync([new((TableTransactionActionType)9, Row("a", 1))]));
    }

    [Fact]
    public void A_failure_without_a_position_says_so()
    {
        var failure = new TableTransactionFailedException(new RequestFailedException(500, "text", "code", null));

        Assert.Null(failure.FailedTransactionActionIndex);
        Assert.Equal((500, "code", "text"), (failure.Status, failure.ErrorCode, failure.Message));
    }

    private static TableEntity Row(string key, int number) => new("p", key) { ["N"] = number };

    private static async Task<TableEntity> ReadAsync(TableClient table, string key) =>
        (await table.GetEntityAsync<TableEntity>("p", key)).Value;

    private static async Task<List<string>> KeysAsync(TableClient table)
    {
        var keys = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>())
            keys.Add(row.RowKey);
        return keys;
    }
}
