using Interactions.Functions.Storage;

namespace Interactions.Functions.Reporting;

/// <summary>Figures of a period: of finished days what was summed once, of today what is closed so far.</summary>
internal sealed class ReportSource(ReportStore reports, Summing summing, Today today, TimeProvider clock)
{
    public async Task<Totals> ReadAsync(string of, Period period, CancellationToken cancellationToken)
    {
        var now = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var totals = new Totals();
        var finished = period.Before(now);
        if (finished is { } days)
        {
            await foreach (var part in reports.ReadAsync(of, await SummedAsync(days, cancellationToken), cancellationToken))
                totals.Add(FigureKinds.Read(part));
        }

        if (period.Contains(now))
        {
            var shown = await today.TotalsAsync(now, cancellationToken);
            totals.Add((of == FigureKinds.Queues ? shown.Queues : shown.Agents).All);
        }

        return totals;
    }

    /// <summary>One day after the other: who gives up waiting leaves no more than one under way.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, string>> SummedAsync(Period days, CancellationToken cancellationToken)
    {
        var settled = await reports.SettledAsync(days.From, days.To, clock.GetUtcNow(), cancellationToken);
        if (settled.Count == days.Days)
            return settled;
        for (var day = days.From; day <= days.To; day = day.AddDays(1))
        {
            if (!settled.ContainsKey(day))
                await summing.SumAsync(day, cancellationToken);
        }

        return await reports.SummedAsync(days.From, days.To, cancellationToken);
    }
}
