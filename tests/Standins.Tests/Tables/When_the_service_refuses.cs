using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Interactions.Standins.Tests.Tables;

[Collection(TablesEmulatorDefinition.Name)]
public sealed class When_the_service_refuses(TablesEmulator emulator)
{
    [Fact]
    public async Task A_property_over_64_kib_is_too_large()
    {
        var table = await emulator.NewTableAsync();
        var entity = new TableEntity("p", "r") { ["Text"] = new string('x', 33 * 1024) };

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(entity));

        Assert.Equal(400, failure.Status);
        Assert.True(failure.ErrorCode == TableErrorCode.PropertyValueTooLarge);
    }

    [Fact]
    public async Task An_entity_over_one_mebibyte_is_too_large()
    {
        var table = await emulator.NewTableAsync();
        var entity = new TableEntity("p", "r");
        for (var i = 0; i < 20; i++)
            entity[$"Bytes{i}"] = new byte[60 * 1024];

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpsertEntityAsync(entity));

        Assert.Equal(400, failure.Status);
        Assert.True(failure.ErrorCode == TableErrorCode.EntityTooLarge);
    }

    [Fact]
    public async Task A_transaction_over_four_mebibytes_is_too_large()
    {
        var table = await emulator.NewTableAsync();
        var actions = Enumerable.Range(0, 100).Select(i => new TableTransactionAction(
            TableTransactionActionType.Add, new TableEntity("p", $"{i}") { ["Bytes"] = new byte[60 * 1024] }));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.SubmitTransactionAsync(actions));

        Assert.Equal((413, "RequestBodyTooLarge"), (failure.Status, failure.ErrorCode));
        Assert.IsNotType<TableTransactionFailedException>(failure);
    }

    [Fact]
    public async Task The_services_words_are_in_the_failure()
    {
        var table = Answering(400, ScriptedTransport.Error("InvalidInput"));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((400, "InvalidInput"), (failure.Status, failure.ErrorCode));
        Assert.Contains("Told so.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(400, failure.GetRawResponse()!.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"odata.error":{}}""")]
    public async Task Words_that_are_not_the_services_leave_the_code_open(string body)
    {
        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => Answering(400, body).AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((400, null), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public void Codes_compare_with_text_in_any_case()
    {
        var code = new TableErrorCode("TABLENOTFOUND");
        var text = code.ToString().ToLowerInvariant();

        Assert.True(code == TableErrorCode.TableNotFound);
        Assert.True(code == text);
        Assert.True(text == code);
        Assert.True(code != TableErrorCode.EntityNotFound);
        Assert.True(code != "Other");
        Assert.True("Other" != code);
        Assert.True(code.Equals((object)(TableErrorCode)"TableNotFound"));
        Assert.Equal(TableErrorCode.TableNotFound.GetHashCode(), code.GetHashCode());
        Assert.Equal("TableNotFound", TableErrorCode.TableNotFound.ToString());
    }

    private TableClient Answering(int status, string body) => new(
        emulator.ConnectionString,
        "any",
        new TableClientOptions { Transport = new ScriptedTransport(ScriptedTransport.Answer(status, body)) });
}
