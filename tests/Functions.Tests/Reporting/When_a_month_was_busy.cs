using System.Globalization;
using Azure.Data.Tables;
using Interactions.Functions.Reporting;
using Interactions.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Reporting;

/// <summary>Thirty finished days of ten thousand each, in forty queues with two hundred agents, and as many of today.</summary>
public sealed class When_a_month_was_busy
{
    private const int ADay = 10_000;
    private const int Queues = 40;
    private const int Agents = 200;

    [Fact]
    public async Task Its_report_costs_some_pages_whatever_was_done_in_it()
    {
        await using var office = await Office.OpenAsync();
        var midnight = new DateTimeOffset(office.Today, TimeOnly.MinValue, TimeSpan.Zero);
        var reports = office.App.Services.GetRequiredService<ReportStore>();
        for (var day = 1; day <= 30; day++)
            await StoreAsync(reports, office.Today.AddDays(-day), office.Clock.GetUtcNow(), DayTotals.Of([.. Cases(midnight.AddDays(-day))]));
        await ShowTodayAsync(office, midnight);
        var month = string.Create(CultureInfo.InvariantCulture, $"?from={office.Today.AddDays(-30):yyyy-MM-dd}");

        office.Calls.Forget();
        var queues = await office.ReportAsync("queues", month);
        var ofQueues = office.Calls.Made.Count;
        var agents = await office.ReportAsync("agents", month);
        var ofAgents = office.Calls.Made.Count - ofQueues;

        Assert.Equal(31 * ADay, queues["items"].AsArray().Sum(item => (int)item!["closed"]!));
        Assert.Equal(31 * ADay, agents["items"].AsArray().Sum(item => (int)item!["closed"]!));
        Assert.Equal((Queues, Agents), (queues["items"].AsArray().Count, agents["items"].AsArray().Count));

        // Ten pages of today, which the second gets from memory; the days; and their figures.
        Assert.InRange(ofQueues, 12, 14);
        Assert.InRange(ofAgents, 2, 6);
    }

    private static IEnumerable<ClosedCase> Cases(DateTimeOffset midnight)
    {
        var random = new Random(midnight.Day);
        for (var n = 0; n < ADay; n++)
        {
            var queue = string.Create(CultureInfo.InvariantCulture, $"q-{n % Queues:D2}");
            var agent = string.Create(CultureInfo.InvariantCulture, $"agent-{n % Agents:D3}");
            yield return ClosedCase.Of(Office.AClosed(midnight.AddSeconds(n / 2.0), n + 1, queue, agent) with
            {
                WaitTime = TimeSpan.FromSeconds(random.Next(1, 4000)),
                Duration = TimeSpan.FromSeconds(random.Next(1, 9000)),
                Disposition = string.Create(CultureInfo.InvariantCulture, $"disposition {n % 12}"),
            });
        }
    }

    private static async Task StoreAsync(ReportStore reports, DateOnly day, DateTimeOffset now, DayTotals totals)
    {
        var claim = await reports.ClaimAsync(day, now, CancellationToken.None);
        Assert.True(await reports.StoreAsync(
            claim,
            [(FigureKinds.Queues, FigureKinds.PartsOf(totals.Queues)), (FigureKinds.Agents, FigureKinds.PartsOf(totals.Agents))],
            CancellationToken.None));
    }

    private static async Task ShowTodayAsync(Office office, DateTimeOffset midnight)
    {
        var table = office.App.Services.GetRequiredService<TableServiceClient>().GetTableClient(TableNames.Closed);
        var rows = Enumerable.Range(0, ADay).Select(n => IndexRows.ByDay(Office.AClosed(
            midnight.AddSeconds(n / 2.0),
            n + 1,
            string.Create(CultureInfo.InvariantCulture, $"q-{n % Queues:D2}"),
            string.Create(CultureInfo.InvariantCulture, $"agent-{n % Agents:D3}"))));
        foreach (var hundred in rows.Chunk(100))
            await table.SubmitTransactionAsync(hundred.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));
    }
}
