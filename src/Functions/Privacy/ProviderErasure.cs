using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Interactions.Functions.Messaging.Provider;
using Interactions.Functions.Storage;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Privacy;

/// <summary>Has the provider forget every message of an erased part, with what is attached to it; what is on its way, when it has arrived.</summary>
internal sealed class ProviderErasure(PersonalRows rows, MessageProvider provider, TimeProvider clock, ILogger<ProviderErasure> logger)
{
    private const int AtOnce = 8;
    private const int MostLeft = 500;

    // What the provider has to finish first takes it two weeks at most, it says.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(15);
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Later = TimeSpan.FromHours(1);

    /// <summary>How far it is then; null where nothing is left to do.</summary>
    public async Task<ProfileErasure?> EraseAsync(ProfileErasure erasure, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var left = new SortedSet<long>();
        if (!erasure.Left.IsEmpty && !await RetryAsync(erasure, left, cancellationToken))
            return PutOff(erasure);
        if (await AskForStraysAsync(erasure) is not { } strays)
            return PutOff(erasure);
        erasure = erasure with { Strays = strays };

        while (left.Count < MostLeft && !IsRead(erasure))
        {
            var part = await ReadAsync(erasure, FirstRow(erasure), cancellationToken);
            if (!await RemoveAsync(part.Rows, left, cancellationToken))
                return PutOff(erasure with { Left = [.. left] });
            erasure = erasure with { Place = part.Next ?? Keys.EndOfLog };
            if (clock.GetUtcNow() >= until)
                return erasure with { Left = [.. left] };
        }

        var count = left.Count + strays.Length;
        if (count == 0)
            return null;
        if (clock.GetUtcNow() - erasure.Since <= Longest)
            return PutOff(erasure with { Left = [.. left] });
        Metrics.LeftAtProvider.Add(count);
        logger.LeftAtProvider(erasure.Profile, count);

        // The rest is asked for nevertheless.
        return IsRead(erasure) ? null : erasure with { Left = [], Strays = [], NotBefore = null };
    }

    // Those that are still there; null where the provider cannot be asked.
    private async Task<ImmutableArray<MessageSid>?> AskForStraysAsync(ProfileErasure erasure)
    {
        var still = new List<MessageSid>();
        foreach (var sid in erasure.Strays)
        {
            var removal = await provider.RemoveAsync(sid);
            if (removal == Removal.Away)
                return null;
            if (removal == Removal.NotYet)
                still.Add(sid);
        }

        return [.. still];
    }

    // False where the provider cannot be asked.
    private async Task<bool> RetryAsync(ProfileErasure erasure, SortedSet<long> left, CancellationToken cancellationToken)
    {
        var wanted = erasure.Left.ToHashSet();
        foreach (var sequence in erasure.Left)
        {
            if (!wanted.Contains(sequence))
                continue;
            var part = await ReadAsync(erasure, Keys.BeforeInLog(erasure.Profile, sequence), cancellationToken);
            var meant = part.Rows.Where(row => row.Entry is { Sequence: var each } && wanted.Remove(each)).ToList();
            wanted.Remove(sequence);
            if (!await RemoveAsync(meant, left, cancellationToken))
                return false;
        }

        return true;
    }

    // What was on its way when the rows were erased is erased now.
    private async Task<PersonalPart> ReadAsync(ProfileErasure erasure, string after, CancellationToken cancellationToken)
    {
        while (true)
        {
            var part = await rows.ReadAsync(erasure.Profile, after, erasure.Part!, clock.GetUtcNow(), cancellationToken);
            if (await rows.EraseAsync(part, cancellationToken))
                return part;
        }
    }

    private async Task<bool> RemoveAsync(IEnumerable<PersonalRow> read, SortedSet<long> left, CancellationToken cancellationToken)
    {
        var (notYet, isAway) = (new ConcurrentBag<long>(), false);
        await Several.ForEachAsync(
            read.Where(row => row.Entry is not null),
            AtOnce,
            async (row, _) =>
            {
                var removal = row.IsUnderWay ? Removal.NotYet
                    : SidIn(row.Entry!.Fact) is not { } sid ? Removal.Gone
                    : Volatile.Read(ref isAway) ? Removal.Away
                    : await provider.RemoveAsync(sid);
                if (removal == Removal.NotYet)
                    notYet.Add(row.Entry!.Sequence);
                else if (removal == Removal.Away)
                    Volatile.Write(ref isAway, value: true);
            },
            cancellationToken);
        left.UnionWith(notYet);
        return !isAway;
    }

    private ProfileErasure PutOff(ProfileErasure erasure)
    {
        var now = clock.GetUtcNow();
        return erasure with { NotBefore = now + (now - erasure.Since < Later ? Soon : Later) };
    }

    private static bool IsRead(ProfileErasure erasure) =>
        erasure.Place is { } place && string.CompareOrdinal(place, Keys.BeforeInLog(erasure.Profile, erasure.Part!.UpTo + 1)) >= 0;

    private static string FirstRow(ProfileErasure erasure) => erasure.Place ?? Keys.BeforeInLog(erasure.Profile, 1);

    private static MessageSid? SidIn(Fact fact) => fact switch
    {
        MessageReceived received => received.Message.Sid,
        MessageSent sent => sent.Delivery.Sid,
        _ => null,
    };
}
