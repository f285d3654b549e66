using Azure;
using Azure.Data.Tables;
using Interactions.Functions.Storage;
using Interactions.Simulation.Telling;

namespace Interactions.Simulation.Laws;

/// <summary>After a day on which all went well, somebody changes something behind everybody's back: a law says so.</summary>
public sealed class When_something_is_tampered_with : IDisposable
{
    private readonly World _world = World.Make(new Plan(4, 40) { Without = Enum.GetValues<Chance.Ill>().ToHashSet() });

    public When_something_is_tampered_with() => Run.Go(_world);

    public void Dispose()
    {
        _world.Dispose();
        SynchronizationContext.SetSynchronizationContext(null);
    }

    [Fact]
    public void An_entry_of_the_log_says_something_else() => Breaks(() => Rewrite("l-", "text 1", "text 1000", "\"messageReceived\""));

    [Fact]
    public void A_delivery_goes_back() => Breaks(() => Rewrite("l-", "\"delivered\"", "\"queued\"", "\"messageSent\""));

    [Fact]
    public void Another_has_closed_it() => Breaks(() => Rewrite("i-", "\"closedAt\":\"2031", "\"closedAt\":\"2032", ""));

    [Fact]
    public void A_version_is_left_out() => Breaks(() => Rewrite("0", "\"version\":", "\"version\":9", ""));

    [Fact]
    public void A_message_is_taken_in_twice() => Breaks(() =>
    {
        var row = Row(TableNames.Conversations, row => row.RowKey.StartsWith("l-", StringComparison.Ordinal) && Text(row).Contains("\"messageReceived\"", StringComparison.Ordinal));
        row.RowKey = "l-0000000000009999";
        row["Data"] = Text(row).Replace("\"sequence\":", "\"sequence\":9999", StringComparison.Ordinal);
        Write(TableNames.Conversations, row);
    });

    [Fact]
    public void A_row_of_a_conversation_is_removed() => Breaks(() =>
    {
        var row = Row(TableNames.Conversations, row => row.RowKey.StartsWith("d-", StringComparison.Ordinal));
        Do(table => table.DeleteEntityAsync(row.PartitionKey, row.RowKey), TableNames.Conversations);
    });

    [Fact]
    public void A_desk_counts_what_is_not_there() => Breaks(() =>
    {
        var row = Row(TableNames.Agents, row => row.RowKey == "0");
        row["Data"] = Text(row).Replace("\"messaging\":0", "\"messaging\":1", StringComparison.Ordinal);
        Write(TableNames.Agents, row);
    });

    [Theory]
    [InlineData(TableNames.Closed)]
    [InlineData(TableNames.Numbers)]
    public void Something_is_shown_no_more(string table) => Breaks(() =>
    {
        var row = Row(table, row => row.ContainsKey("Id"));
        Do(rows => rows.DeleteEntityAsync(row.PartitionKey, row.RowKey), table);
        _world.Laws.CheckAtRest();
    });

    [Fact]
    public void Something_is_shown_that_is_not() => Breaks(() =>
    {
        var closed = Row(TableNames.Closed, _ => true);
        var id = closed.GetString("Id");
        (closed.PartitionKey, closed.RowKey, closed["State"], closed["Handling"]) = ("00", id, "New", "Queued");
        Write(TableNames.Active, closed);
        _world.Laws.CheckAtRest();
    });

    [Fact]
    public void A_customer_wrote_what_never_came_in() => Breaks(() =>
    {
        _world.Carrier.Receive("+12005550199", People.Firm.Main, "Hello?");
        _world.Laws.CheckAtTheEnd();
    });

    [Fact]
    public void What_was_sent_is_sent_again() => Breaks(() =>
    {
        var sent = _world.Carrier.SentOut.First(message => !message.IsReply);
        _world.Carrier.Create(new Dictionary<string, string> { ["From"] = sent.From, ["To"] = sent.To, ["Body"] = sent.Text, ["StatusCallback"] = sent.Callback });
    });

    private static void Breaks(Action tamper) => Assert.Throws<LawBrokenException>(tamper);

    private static string Text(TableEntity row) => row.TryGetValue("Data", out var text) && text is string known ? known : "";

    private void Rewrite(string prefix, string from, string to, string with)
    {
        var row = Row(TableNames.Conversations, row =>
            row.RowKey.StartsWith(prefix, StringComparison.Ordinal) && Text(row).Contains(from, StringComparison.Ordinal) && Text(row).Contains(with, StringComparison.Ordinal));
        row["Data"] = Text(row).Replace(from, to, StringComparison.Ordinal);
        Write(TableNames.Conversations, row);
    }

    private TableEntity Row(string table, Func<TableEntity, bool> isMeant) => _world.Tables.Rows(table).All.Select(row => row.As<TableEntity>(select: null)).First(isMeant);

    private void Write(string table, TableEntity row) => Do(rows => rows.UpsertEntityAsync(row, TableUpdateMode.Replace), table);

    private void Do(Func<TableClient, Task<Response>> act, string table) => act(_world.Tables.GetTableClient(table)).GetAwaiter().GetResult();
}
