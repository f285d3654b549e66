using System.Collections.Concurrent;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Interactions.Functions.Storage;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Outbound;

/// <summary>
/// Lines by which nothing can be sent until somebody puts something right at the provider, each for what it sends as. One message after a
/// while tries whether it is right again; the others wait for that.
/// </summary>
internal sealed class LineStops(StoppedLines stored, TimeProvider clock, ILogger<LineStops> logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(LineId Line, Sender Sender), Stop> _stops = [];

    /// <summary>Until when it is not tried; null for the first who asks after that, and the next ones wait again.</summary>
    public DateTimeOffset? TakeTurn(LineId line, Sender sender)
    {
        while (_stops.TryGetValue((line, sender), out var stop))
        {
            var now = clock.GetUtcNow();
            if (stop.Until > now)
                return stop.Until;
            if (_stops.TryUpdate((line, sender), stop with { Until = now + FirstPause }, stop))
                return null;
        }

        return null;
    }

    /// <summary>When somebody may try again.</summary>
    public async Task<DateTimeOffset> BeginAsync(LineId line, Sender sender, int code, DateTimeOffset askedAt, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var stop = _stops.AddOrUpdate((line, sender), _ => new Stop(now + FirstPause, now, now, FirstPause), (_, before) => before.Again(askedAt, now));
        logger.LineStopped(line, code);
        await TryAsync(line, () => stored.PutAsync(sender, new StoppedLine(line.Value, code, stop.Since, now, stop.Until), cancellationToken));
        return stop.Until;
    }

    public async Task EndAsync(LineId line, Sender sender, CancellationToken cancellationToken)
    {
        if (!_stops.TryRemove((line, sender), out _))
            return;
        logger.LineResumed(line);
        await TryAsync(line, () => stored.RemoveAsync(line, sender, cancellationToken));
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

    /// <param name="FoundAt">When it was found to be so last.</param>
    private sealed record Stop(DateTimeOffset Until, DateTimeOffset Since, DateTimeOffset FoundAt, TimeSpan Pause)
    {
        // Whoever asked before that was known says nothing new.
        public Stop Again(DateTimeOffset askedAt, DateTimeOffset now)
        {
            if (askedAt <= FoundAt)
                return this;
            var pause = Pause * 2 < LongestPause ? Pause * 2 : LongestPause;
            return this with { Until = now + pause, FoundAt = now, Pause = pause };
        }
    }
}
