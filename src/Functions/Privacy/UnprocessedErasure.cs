using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Interactions.Functions.Messaging.Provider;
using Interactions.Functions.Storage;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Privacy;

/// <summary>
/// Has go what came in and could not be taken in. Twilio still lists it: so it is written down first that nobody wants it, lest it is found
/// missing and taken in after all.
/// </summary>
internal sealed class UnprocessedErasure(Unprocessed unprocessed, InboundChecks checks, MessageProvider provider, ILogger<UnprocessedErasure> logger)
{
    private const int MostStrays = 300;

    // What Twilio does not part with for so long, it never does.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(15);

    /// <summary>How far an erasure is then. What somebody wrote and nobody could take in still waits, where nobody wants to be forgotten.</summary>
    public async Task<ProfileErasure> EraseAsync(ProfileErasure erasure, CancellationToken cancellationToken)
    {
        if (!erasure.IsOrdered)
            return erasure with { Stage = ErasureStage.Provider };
        var found = await OfAsync(erasure.Profile, erasure.WantedAt, cancellationToken).ToListAsync(cancellationToken);
        foreach (var sid in found)
            await checks.DiscardAsync(sid, cancellationToken);

        // Before the rows by which alone their SIDs are known.
        var strays = found.Except(erasure.Strays).ToList();
        if (strays.Count > 0 && erasure.Strays.Length < MostStrays)
            return erasure with { Strays = [.. erasure.Strays, .. strays.Take(MostStrays - erasure.Strays.Length)] };
        foreach (var sid in found)
            await unprocessed.RemoveAsync(sid, cancellationToken);
        if (strays.Count > 0)
        {
            Metrics.LeftAtProvider.Add(strays.Count);
            logger.LeftAtProvider(erasure.Profile, strays.Count);
        }

        return erasure with { Stage = ErasureStage.Provider };
    }

    public async Task<bool> AnyAsync(ProfileId profile, DateTimeOffset until, CancellationToken cancellationToken) =>
        await OfAsync(profile, until, cancellationToken).AnyAsync(cancellationToken);

    /// <summary>Everything that came before then, whose ever it was; false where something of it is still there.</summary>
    public async Task<bool> EraseBeforeAsync(DateTimeOffset then, CancellationToken cancellationToken)
    {
        var (gone, given, stays) = (0, 0, 0);
        await foreach (var message in unprocessed.WhereAsync(message => message.ReceivedAt < then, cancellationToken))
        {
            var sid = message.Sid;
            await checks.DiscardAsync(sid, cancellationToken);
            var removal = await provider.RemoveAsync(sid);
            if (removal == Removal.Away)
                return false;
            if (removal == Removal.NotYet && message.ReceivedAt >= then - Longest)
            {
                stays++;
                continue;
            }

            await unprocessed.RemoveAsync(sid, cancellationToken);
            gone++;
            given += removal == Removal.NotYet ? 1 : 0;
        }

        if (given > 0)
            Metrics.LeftAtProvider.Add(given);
        if (gone > 0)
            logger.UnprocessedForgotten(gone);
        return stays == 0;
    }

    private IAsyncEnumerable<MessageSid> OfAsync(ProfileId profile, DateTimeOffset until, CancellationToken cancellationToken) =>
        unprocessed.WhereAsync(message => message.ReceivedAt <= until && message.IsFrom(profile), cancellationToken).Select(message => message.Sid);
}
