using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Memory;

namespace Interactions.Functions.Tests.Crowds;

/// <summary>The agents of the first queue take nothing the first time they are asked: nobody is lost over it.</summary>
public sealed class When_everybody_refuses
{
    // So that on a machine that is busy nobody misses an offer: who does is asked nothing any more, and refuses nothing.
    private const int LongOffers = 600;

    [Fact]
    public async Task Customers_go_on_to_the_next_queue_or_are_offered_again_in_the_next_round()
    {
        var clock = new FastClock(10);
        await using var apps = await MemoryApps.StartAsync([], instances: 2, routes: true, clock: clock);
        var crowd = await Crowd.GatherAsync(apps.All, new Setting(capacity: 3, everybodyCanAll: true, LongOffers), seed: 1);
        var refused = new HashSet<(InteractionId, AgentId)>();
        await crowd.AllAreAsync(Presence.Ready);
        await crowd.EverybodyTextsAsync();

        await Eventually.Is(
            async () =>
            {
                var open = await crowd.OpenAsync();
                foreach (var interaction in open.Where(each => each.Holder is not null))
                {
                    if (interaction.Phase is Phase.Offered { Agent: var asked } && refused.Add((interaction.Id, asked)))
                        await crowd.DoAsync(new DeclineOffer(interaction.Id, asked));
                    else
                        await crowd.FinishAsync(interaction);
                }

                return open.Count;
            },
            count => count == 0);

        var policy = await crowd.PolicyAsync();
        foreach (var (customer, text) in crowd.Customers)
        {
            var story = new Story(policy, crowd.Setting.SkillsFor(text));
            story.Read(await customer.LogAsync(apps.First));
            var log = (await customer.LogAsync(apps.First)).Select(entry => entry.Fact).ToList();
            Assert.Single(log.OfType<Closed>());
            if (log.OfType<InteractionOpened>().Single().Queue == crowd.Setting.Asked)
                Assert.Equal((Setting.MostAgents, 1), (log.TakeWhile(fact => fact is not Overflowed).OfType<OfferDeclined>().Count(), story.Overflows));
            else if (log.OfType<InteractionOpened>().Single().Queue == crowd.Setting.Last)
                Assert.NotEqual(0, story.Rounds);
        }
    }
}
