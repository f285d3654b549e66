using System.Collections.Concurrent;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Interactions.Functions.Storage;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Outbound;

/// <summary>
/// Lines by which nothing can be sent until somebody puts something right at the provider. One message after a while tries whether it is
/// right again; the others wait for that.
/// </summary>
internal sealed class LineStops(StoppedLines stored, TimeProvider clock, ILogger<LineStops> logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<LineId, Stop> _stops = [];

    /// <summary>Until when nobody tries; whoever asks first after that does, and the next ones wait again.</summary>
    public DateTimeOffset? Of(LineId line)
    {
        while (_stops.TryGetValue(line, out var stop))
        {
            var now = clock.GetUtcNow();
            if (stop.Until > now)
                return stop.Until;
            if (_stops.TryUpdate(line, stop with { Until = now + FirstPause }, stop))
                return null;
        }

        return null;
    }

    /// <summary>When somebody may try again.</summary>
    public async Task<DateTimeOffset> BeginAsync(LineId line, int code, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var stop = _stops.AddOrUpdate(
            line,
            _ => new Stop(now + FirstPause, now, FirstPause),
            (_, before) => before with { Until = now + Longer(before.Pause), Pause = Longer(before.Pause) });
        logger.LineStopped(line, code);
        await TryAsync(line, () => stored.PutAsync(new StoppedLine(line.Value, code, stop.Since, now, stop.Until), cancellationToken));
        return stop.Until;
    }

    public async Task EndAsync(LineId line, CancellationToken cancellationToken)
    {
        if (!_stops.TryRemove(line, out _))
            return;
        logger.LineResumed(line);
        await TryAsync(line, () => stored.RemoveAsync(line, cancellationToken));
    }

    // It is there for whoever watches; sending does not depend on it.
    private async Task TryAsync(LineId line, Func<Task> note)
    {
        try
        {
            await note();
        }
        catch (StorageUnavailableException fault)
        {
            logger.StopNotNoted(line, fault);
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

    private sealed record Stop(DateTimeOffset Until, DateTimeOffset Since, TimeSpan Pause);
}
