using Interactions.Domain.Policies;
using Interactions.Functions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Storage.Configuration;

/// <summary>
/// What is configured, at most a minute old. Nobody waits for it but the first, and whoever comes after so long a silence that
/// what is known may be older than promised; if storage is away then, what is known has to do.
/// </summary>
internal sealed class PolicySource(PolicyReader reader, TimeProvider clock, ILogger<PolicySource> logger)
{
    /// <summary>
    /// How long after a change nobody goes by what was before any more: what they know may be as old as promised, to ask for what is
    /// new takes them time, and clocks differ.
    /// </summary>
    public static readonly TimeSpan KnownEverywhere = TimeSpan.FromSeconds(75);

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(55);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private volatile Known? _known;
    private Task<Known>? _reading;
    private long _readingAfter;
    private long _changes;

    public ValueTask<Policy> CurrentAsync(CancellationToken cancellationToken)
    {
        if (_known is not { } known)
            return new(FirstAsync(cancellationToken));

        var age = clock.GetElapsedTime(known.ReadAt);
        var isOutdated = known.Changes < Interlocked.Read(ref _changes);
        if (age < Freshness && !isOutdated)
            return new(known.Snapshot.Policy);

        var reading = Reading();
        return age < Promise && !isOutdated ? new(known.Snapshot.Policy) : new(LatestAsync(reading, known, cancellationToken));
    }

    /// <summary>Somebody changed the configuration just now: nobody who asks from now on gets what was read before.</summary>
    public void Outdate() => Interlocked.Increment(ref _changes);

    private async Task<Policy> FirstAsync(CancellationToken cancellationToken) =>
        (await Reading().WaitAsync(cancellationToken)).Snapshot.Policy;

    private async Task<Policy> LatestAsync(Task<Known> reading, Known known, CancellationToken cancellationToken)
    {
        try
        {
            return (await reading.WaitAsync(Patience, clock, cancellationToken)).Snapshot.Policy;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return known.Snapshot.Policy;
        }
    }

    // One at a time unless it began before a change, and never on behalf of one request whose caller may hang up.
    private Task<Known> Reading()
    {
        lock (_gate)
        {
            var changes = Interlocked.Read(ref _changes);
            if (_reading is null or { IsCompleted: true } || _readingAfter < changes)
            {
                _readingAfter = changes;
                _reading = Several.BeginAsync(() => ReadAsync(changes));
            }

            return _reading;
        }
    }

    private async Task<Known> ReadAsync(long changes)
    {
        try
        {
            var readAt = clock.GetTimestamp();
            var snapshot = await reader.ReadAsync(_known?.Snapshot ?? PolicySnapshot.Empty, CancellationToken.None);
            return Keep(new(snapshot, readAt, changes));
        }
        catch (Exception fault)
        {
            logger.ConfigurationNotRead(fault);
            throw;
        }
    }

    private Known Keep(Known read)
    {
        lock (_gate)
        {
            if (_known is null || _known.Changes <= read.Changes)
                _known = read;
            return _known;
        }
    }

    /// <param name="Changes">How many were known of before it was read.</param>
    private sealed record Known(PolicySnapshot Snapshot, long ReadAt, long Changes);
}
