using Interactions.Functions.Hosting;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Reporting;

/// <summary>The figures of the day that is not over. One reading serves everybody for some seconds, and for as long as it took.</summary>
internal sealed class Today(ClosedCases cases, TimeProvider clock)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private Made? _latest;
    private Task<Made>? _making;

    public async Task<DayTotals> TotalsAsync(DateOnly day, CancellationToken cancellationToken) => (await Making(day).WaitAsync(cancellationToken)).Totals;

    // Not on behalf of the one who asks first, and may hang up.
    private Task<Made> Making(DateOnly day)
    {
        lock (_gate)
        {
            if (_latest is { } latest && latest.Day == day && !IsOld(latest))
                return Task.FromResult(latest);
            if (_making is null or { IsCompleted: true })
                _making = Several.BeginAsync(() => MakeAsync(day));
            return _making;
        }
    }

    private bool IsOld(Made made) => clock.GetElapsedTime(made.At) >= (made.Took > Freshness ? made.Took : Freshness);

    private async Task<Made> MakeAsync(DateOnly day)
    {
        var began = clock.GetTimestamp();
        var totals = DayTotals.Of(await cases.ShownAsync(day, CancellationToken.None));
        var done = clock.GetTimestamp();
        var made = new Made(day, totals, done, clock.GetElapsedTime(began, done));
        lock (_gate)
            _latest = made;
        return made;
    }

    private sealed record Made(DateOnly Day, DayTotals Totals, long At, TimeSpan Took);
}
