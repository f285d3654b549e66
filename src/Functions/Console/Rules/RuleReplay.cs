using Interactions.Domain.Policies;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Console.Rules;

/// <summary>Says what other rules would have done with what came in the last days. It reads a few at a time, and as long as somebody may wait.</summary>
internal sealed class RuleReplay(Openings openings, FirstMessages messages, TimeProvider clock)
{
    private const int AtOnce = 16;

    // Who asks is not kept waiting longer than twelve seconds, and wants an answer then.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    public async Task<RuleReplayView> RunAsync(Policy stored, Policy draft, int days, int limit, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var since = now.AddDays(-days);
        var tally = new ReplayTally(stored, draft);
        using var time = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            // One more than asked for tells whether there are more.
            await foreach (var some in openings.SinceAsync(since, now, either.Token).Take(limit + 1).Chunk(AtOnce))
            {
                var wanted = some.Take(limit - tally.Seen).ToList();
                foreach (var message in await Task.WhenAll(wanted.Select(id => messages.FindAsync(id, either.Token))))
                    tally.Add(message);
                if (wanted.Count < some.Length)
                    return tally.Show(since, isTruncated: true);
            }
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return tally.Show(since, isTruncated: true);
        }

        return tally.Show(since, isTruncated: false);
    }
}
