using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Interactions.Domain.Interactions;
using Interactions.Functions.Reporting;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Functions.Tests.Intake;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Interactions.Functions.Tests.Reporting;

public sealed class When_a_day_is_over
{
    [Fact]
    public async Task It_is_summed_once_and_then_read_from_there()
    {
        await using var office = await Office.OpenAsync();
        await Situation.ClosedAsync(office.App, new Customer(), Lines.Talkative);
        await Situation.ClosedAsync(office.App, new Customer(), Lines.Main);
        office.Clock.Pass(TimeSpan.FromDays(1));
        await SumAsync(office);

        office.Calls.Forget();
        var items = (await office.ReportAsync("queues", Yesterday(office)))["items"].AsArray();

        Assert.Equal(["brisk 1", "support 1"], items.Select(item => $"{item!["id"]} {item["closed"]}"));
        Assert.Equal(2, office.Calls.Made.Count);
        Assert.All(office.Calls.Made, call => Assert.Equal("GET Reports", call));
    }

    [Fact]
    public async Task What_was_missed_for_a_week_is_summed_too()
    {
        await using var office = await Office.OpenAsync();
        await Situation.ClosedAsync(office.App, new Customer(), Lines.Main);
        office.Clock.Pass(TimeSpan.FromDays(7));
        await SumAsync(office);

        office.Calls.Forget();
        var day = $"{office.Today.AddDays(-7):yyyy-MM-dd}";

        Assert.Equal(1, await ClosedAsync(office, $"?from={day}&to={day}"));
        Assert.All(office.Calls.Made, call => Assert.Equal("GET Reports", call));
    }

    [Fact]
    public async Task Who_asks_before_it_is_summed_gets_the_same()
    {
        await using var office = await Office.OpenAsync();
        await Situation.ClosedAsync(office.App, new Customer(), Lines.Talkative);
        office.Clock.Pass(TimeSpan.FromDays(1));

        Assert.Equal(1, await ClosedAsync(office));
        Assert.Equal(1, await ClosedAsync(office));
    }

    [Fact]
    public async Task What_is_written_differently_later_on_counts()
    {
        await using var office = await Office.OpenAsync();
        var id = await Situation.ClosedAsync(office.App, new Customer(), Lines.Main);
        office.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(1, (int)(await SupportAsync(office))["resolved"]!);

        var amended = await Console.Admin.AskAsAsync(
            office.App, "dev-admin-1", HttpMethod.Patch, $"/api/interactions/{id}", Api.Json("""{"outcome":"unresolved","disposition":"moved"}"""));
        Assert.Equal(200, (int)amended.Status);

        var now = await SupportAsync(office);
        Assert.Equal((0, 1), ((int)now["resolved"]!, (int)now["unresolved"]!));
        Assert.Equal("moved", (string?)now["dispositions"]![0]!["disposition"]);
        office.Clock.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(1, (int)(await SupportAsync(office))["unresolved"]!);
    }

    [Fact]
    public async Task What_was_announced_and_never_stored_is_not_counted()
    {
        await using var office = await Office.OpenAsync();
        var id = await Situation.ClosedAsync(office.App, new Customer(), Lines.Main);
        var closed = (await office.App.Services.GetRequiredService<ConversationStore>().FindClosedAsync(id, default))!;
        var open = await Situation.ActiveAsync(office.App, new Customer());
        await office.ShowAsync(closed with { ClosedAt = closed.ClosedAt!.Value.AddSeconds(-1) });
        await office.ShowAsync(closed with { Id = open });
        await office.ShowAsync(closed with { ClosedAt = closed.ClosedAt!.Value.AddDays(-1) });
        office.Clock.Pass(TimeSpan.FromDays(1));

        Assert.Equal(1, await ClosedAsync(office, $"?from={office.Today.AddDays(-2):yyyy-MM-dd}&to={office.Today.AddDays(-1):yyyy-MM-dd}"));
    }

    [Fact]
    public async Task What_cannot_be_read_of_it_keeps_nobody_from_the_rest()
    {
        await using var office = await Office.OpenAsync();
        var closed = Keys.ClosedInteraction(await Situation.ClosedAsync(office.App, new Customer(), Lines.Main));
        await Situation.ClosedAsync(office.App, new Customer(), Lines.Main);
        var storage = office.App.Services.GetRequiredService<TableServiceClient>();
        await storage.GetTableClient(TableNames.Conversations)
            .UpsertEntityAsync(new TableEntity(closed.Partition, closed.Row) { ["Data"] = "{" }, TableUpdateMode.Merge);
        var shown = IndexRows.ByDay(Office.AClosed(office.Clock.GetUtcNow()));
        shown["Tally"] = "nonsense";
        await storage.GetTableClient(TableNames.Closed).UpsertEntityAsync(shown);
        Assert.Equal(2, await ClosedAsync(office, ""));
        office.Clock.Pass(TimeSpan.FromDays(1));

        Assert.Equal(1, await ClosedAsync(office));
    }

    [Fact]
    public async Task Two_that_sum_it_at_once_come_to_the_same_and_leave_little_behind()
    {
        await using var office = await Office.OpenAsync();
        for (var n = 0; n < 5; n++)
            await Situation.ClosedAsync(office.App, new Customer(), Lines.Main);
        office.Clock.Pass(TimeSpan.FromDays(1));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Another(office).SumAsync(office.Today.AddDays(-1), CancellationToken.None)));

        Assert.Equal(5, await ClosedAsync(office));
        var storage = office.App.Services.GetRequiredService<TableServiceClient>();
        var rows = new List<string>();
        await foreach (var row in storage.GetTableClient(TableNames.Reports).QueryAsync<TableEntity>())
            rows.Add(row.PartitionKey);

        // What counts, and what somebody may still be reading.
        Assert.Single(rows, "days");
        Assert.InRange(rows.Count, 3, 5);
    }

    [Fact]
    public async Task What_comes_while_it_is_summed_is_not_forgotten()
    {
        await using var office = await Office.OpenAsync();
        var first = await Situation.ClosedAsync(office.App, new Customer(), Lines.Main);
        office.Clock.Pass(TimeSpan.FromDays(1));
        var amended = 0;
        office.Calls.Meet(async (call, go) =>
        {
            await go();
            if (call == "GET Closed" && Interlocked.Exchange(ref amended, 1) == 0)
            {
                var changed = await Console.Admin.AskAsAsync(
                    office.App, "dev-admin-1", HttpMethod.Patch, $"/api/interactions/{first}", Api.Json("""{"outcome":"unresolved"}"""));
                Assert.Equal(200, (int)changed.Status);
            }
        });

        Assert.Equal(1, (int)(await SupportAsync(office))["unresolved"]!);
    }

    private static Summing Another(Office office) => ActivatorUtilities.CreateInstance<Summing>(office.App.Services);

    private static Task SumAsync(Office office) => new SummingFunction(
        office.App.Services.GetRequiredService<ReportSource>(), office.Clock, NullLogger<SummingFunction>.Instance).RunAsync(null!, CancellationToken.None);

    private static string Yesterday(Office office) => $"?to={office.Today.AddDays(-1):yyyy-MM-dd}";

    private static async Task<int> ClosedAsync(Office office, string? query = null) =>
        (await office.ReportAsync("queues", query ?? Yesterday(office)))["items"].AsArray().Sum(item => (int)item!["closed"]!);

    private static async Task<JsonNode> SupportAsync(Office office) =>
        (await office.ReportAsync("queues", Yesterday(office)))["items"].AsArray().Single(item => (string?)item!["id"] == "support")!;
}
