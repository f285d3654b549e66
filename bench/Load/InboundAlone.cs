using System.Diagnostics;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;

namespace Interactions.Bench.Load;

/// <summary>
/// Customers who text on and on to agents who have them, and nothing else: what is held against the floor.
/// </summary>
internal sealed class InboundAlone(App app, int workers, Func<int, AgentId> agentOf)
{
    /// <summary>Nobody may write as fast as these do: each writes for several.</summary>
    public const int PerWorker = 4;

    public const string Text = "inbound alone";

    public async Task PrepareAsync(Webhooks webhooks)
    {
        await Task.WhenAll(Enumerable.Range(0, workers).Select(async worker =>
        {
            for (var each = 0; each < PerWorker; each++)
            {
                var number = NumberOf(worker, each);
                await webhooks.TextAsync("prepared", number);
                var id = new InteractionId(ProfileId.Of(Address.Parse(number)), 1);
                var decision = await app.The<CommitLoop>().HandleAsync(id.Profile, new Claim(id, agentOf(worker)), CancellationToken.None);
                if (decision is not Decision.Changed)
                    throw new InvalidOperationException($"The agent could not have the customer: {decision}.");
                await webhooks.TextAsync("prepared", number);
            }
        }));
    }

    /// <summary>How many messages came in.</summary>
    public async Task<int> MeasureAsync(TimeSpan time, Webhooks webhooks)
    {
        var begun = Stopwatch.GetTimestamp();
        var done = await Task.WhenAll(Enumerable.Range(0, workers).Select(async worker =>
        {
            var texts = 0;
            for (; Stopwatch.GetElapsedTime(begun) < time; texts++)
                await webhooks.TextAsync(Text, NumberOf(worker, texts % PerWorker));
            return texts;
        }));
        return done.Sum();
    }

    private static string NumberOf(int worker, int each) => SignedForm.Customer((worker * PerWorker) + each);
}
