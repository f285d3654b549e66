using System.Net.Sockets;
using Azure;
using Azure.Data.Tables;

namespace Interactions.Standins.Tests.Tables;

[Collection(TablesEmulatorDefinition.Name)]
public sealed class When_a_write_may_have_been_applied(TablesEmulator emulator)
{
    private static readonly TableEntity Row = new("p", "r") { ["Text"] = "written" };

    [Fact]
    public async Task An_add_is_not_repeated_and_its_failure_is_not_a_conflict_with_itself()
    {
        var (table, network) = await TableBehindAsync(ScriptedTransport.ApplyThenBreak);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(Row));

        Assert.Equal(0, failure.Status);
        Assert.Single(network.Sent);
        Assert.True((await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task An_add_answered_by_a_gateway_is_not_repeated(int status)
    {
        var (table, network) = await TableBehindAsync(ScriptedTransport.ApplyThenAnswer(status));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(Row));

        Assert.Equal(status, failure.Status);
        Assert.Single(network.Sent);
    }

    [Theory]
    [InlineData("text/html", "<h1>Welcome</h1>")]
    [InlineData("multipart/mixed; boundary=b", "nothing of the kind")]
    [InlineData("multipart/mixed; boundary=b", "--b\r\nContent-Type: application/http\r\n\r\nHTTP\r\n--b--")]
    [InlineData("multipart/mixed; boundary=b", "--b\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n\r\n--b--")]
    public async Task An_answer_that_is_not_one_for_each_action_is_no_success(string contentType, string body)
    {
        var (table, network) = await TableBehindAsync(ScriptedTransport.ApplyThenAnswer(202, contentType, body));
        TableTransactionAction[] actions = [Add("a"), Add("b")];

        await Assert.ThrowsAsync<RequestFailedException>(() => table.SubmitTransactionAsync(actions));

        Assert.Single(network.Sent);
    }

    [Fact]
    public async Task An_add_that_took_too_long_is_not_repeated()
    {
        var (table, network) = await TableBehindAsync(ScriptedTransport.Fail(new TaskCanceledException("too long")));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => table.AddEntityAsync(Row));

        Assert.Single(network.Sent);
    }

    [Fact]
    public async Task An_update_with_an_etag_is_not_repeated()
    {
        var (table, network) = await TableBehindAsync(ScriptedTransport.ApplyThenBreak);
        var etag = await AddUnhinderedAsync(table);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(Row, etag));

        Assert.Equal(0, failure.Status);
        Assert.Single(network.Sent);
    }

    [Fact]
    public async Task A_delete_with_an_etag_is_not_repeated()
    {
        var (table, network) = await TableBehindAsync(ScriptedTransport.ApplyThenBreak);
        var etag = await AddUnhinderedAsync(table);

        await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync("p", "r", etag));

        Assert.Single(network.Sent);
    }

    [Fact]
    public async Task A_transaction_with_an_add_is_not_repeated()
    {
        var (table, network) = await TableBehindAsync(ScriptedTransport.ApplyThenBreak);
        TableTransactionAction[] actions =
        [
            new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "head")),
            new(TableTransactionActionType.Add, Row),
        ];

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.SubmitTransactionAsync(actions));

        Assert.IsNotType<TableTransactionFailedException>(failure);
        Assert.Single(network.Sent);
    }

    [Theory]
    [InlineData(TableTransactionActionType.Delete)]
    [InlineData(TableTransactionActionType.UpdateMerge)]
    public async Task A_transaction_with_a_row_that_must_be_there_is_not_repeated(TableTransactionActionType type)
    {
        var (table, network) = await TableBehindAsync(ScriptedTransport.ApplyThenBreak);
        var etag = await AddUnhinderedAsync(table);

        await Assert.ThrowsAsync<RequestFailedException>(
            () => table.SubmitTransactionAsync([new TableTransactionAction(type, Row, etag)]));

        Assert.Single(network.Sent);
    }

    [Fact]
    public async Task A_creation_of_a_table_is_not_repeated()
    {
        var network = new ScriptedTransport(ScriptedTransport.ApplyThenBreak);
        var table = new TableClient(emulator.ConnectionString, TablesEmulator.NewName(), Options(network));

        await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateAsync());

        Assert.Single(network.Sent);
    }

    [Fact]
    public async Task What_leaves_the_same_state_twice_is_repeated()
    {
        var (table, network) = await TableBehindAsync(
            ScriptedTransport.ApplyThenBreak, Onwards, // upsert
            ScriptedTransport.ApplyThenAnswer(500), Onwards, // update whatever is there
            ScriptedTransport.ApplyThenAnswer(503), Onwards, // read
            ScriptedTransport.ApplyThenBreak, Onwards, // transaction of upserts
            ScriptedTransport.ApplyThenBreak, Onwards); // delete whatever is there

        await table.UpsertEntityAsync(Row);
        await table.UpdateEntityAsync(Row, ETag.All);
        var read = await table.GetEntityAsync<TableEntity>("p", "r");
        await table.SubmitTransactionAsync([new TableTransactionAction(TableTransactionActionType.UpsertMerge, Row)]);
        await table.DeleteEntityAsync("p", "r");

        Assert.Equal("written", read.Value.GetString("Text"));
        Assert.Equal(10, network.Sent.Count);
    }

    [Fact]
    public async Task A_table_wanted_only_if_missing_is_asked_for_again_and_found_there()
    {
        var network = new ScriptedTransport(ScriptedTransport.ApplyThenBreak);
        var table = new TableClient(emulator.ConnectionString, TablesEmulator.NewName(), Options(network));

        var created = await table.CreateIfNotExistsAsync();

        Assert.Equal(409, created.GetRawResponse().Status);
        Assert.Equal(2, network.Sent.Count);
    }

    [Theory]
    [InlineData(429, "TooManyRequests")]
    [InlineData(503, "ServerBusy")]
    public async Task A_write_turned_away_at_the_door_is_repeated(int status, string code)
    {
        var (table, network) = await TableBehindAsync(
            ScriptedTransport.Answer(status, ScriptedTransport.Error(code)),
            ScriptedTransport.Answer(status, ScriptedTransport.Error(code)));

        await table.AddEntityAsync(Row);

        Assert.Equal(3, network.Sent.Count);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    [InlineData(HttpRequestError.ProxyTunnelError)]
    public async Task A_write_that_never_left_is_repeated(HttpRequestError error)
    {
        var (table, network) = await TableBehindAsync(ScriptedTransport.NeverConnect(error));

        await table.AddEntityAsync(Row);

        Assert.Equal(2, network.Sent.Count);
    }

    [Fact]
    public async Task A_refused_connection_counts_as_never_left()
    {
        var account = new Uri("http://127.0.0.1:1/devstoreaccount1");
        var network = new ScriptedTransport();
        var table = new TableClient(account, "any", new TableSharedKeyCredential("devstoreaccount1", "a2V5"), Options(network));

        var failure = await Assert.ThrowsAsync<AggregateException>(() => table.AddEntityAsync(Row));

        Assert.Equal(4, network.Sent.Count);
        Assert.IsType<SocketException>(failure.InnerExceptions[0].GetBaseException());
    }

    [Fact]
    public async Task A_refusal_is_final()
    {
        var (table, network) = await TableBehindAsync();
        await table.AddEntityAsync(Row);

        await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(Row));

        Assert.Equal(2, network.Sent.Count);
    }

    [Fact]
    public async Task Attempts_end_and_the_last_failure_is_told()
    {
        var busy = ScriptedTransport.Answer(503, ScriptedTransport.Error("ServerBusy"));
        var (table, network) = await TableBehindAsync(busy, busy, busy, busy);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(Row));

        Assert.Equal((503, "ServerBusy"), (failure.Status, failure.ErrorCode));
        Assert.Equal(4, network.Sent.Count);
    }

    private static Task Onwards(Azure.Core.HttpMessage message, Func<Task> onwards) => onwards();

    private static TableClientOptions Options(ScriptedTransport network) =>
        new() { Transport = network, Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(2) } };

    private async Task<(TableClient Table, ScriptedTransport Network)> TableBehindAsync(params ScriptedTransport.Step[] script)
    {
        var network = new ScriptedTransport(script);
        var open = await emulator.NewTableAsync();
        return (new TableClient(emulator.ConnectionString, open.Name, Options(network)), network);
    }

    private async Task<ETag> AddUnhinderedAsync(TableClient table)
    {
        var response = await new TableClient(emulator.ConnectionString, table.Name).AddEntityAsync(Row);
        return response.Headers.ETag!.Value;
    }

    private static TableTransactionAction Add(string rowKey) => new(TableTransactionActionType.Add, new TableEntity("p", rowKey));
}
