using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Memory;

namespace Interactions.Functions.Tests.Crowds;

/// <summary>Many wait, agents become free all at the same moment on two instances: turns are kept.</summary>
public sealed class When_many_become_free_at_once
{
    // So that on a machine that is busy no offer ends before everybody has one: who missed theirs would be passed over.
    private const int LongOffers = 600;

    [Fact]
    public async Task The_most_urgent_are_served_first_and_of_those_whoever_waits_longest()
    {
        var clock = new FastClock(10);
        await using var apps = await MemoryApps.StartAsync([], instances: 2, routes: true, clock: clock);
        for (var time = 1; time <= 10; time++)
        {
            var crowd = await Crowd.GatherAsync(apps.All, new Setting(capacity: 1, everybodyCanAll: true, LongOffers), seed: time);
            await crowd.EverybodyTextsAsync();
            var turns = (await crowd.OpenAsync())
                .OrderByDescending(waiting => waiting.Priority).ThenBy(waiting => waiting.Place!.Since).Select(waiting => waiting.Id).ToList();
            Assert.Equal(Setting.MostCustomers, turns.Count);

            await crowd.AllAreAsync(Presence.Ready);
            for (var wave = 0; wave < Setting.MostCustomers / Setting.MostAgents; wave++)
            {
                var served = await Eventually.Is(() => HeldAsync(crowd), held => held.Count == Setting.MostAgents);
                Assert.Equal(Sorted(turns.Skip(wave * Setting.MostAgents).Take(Setting.MostAgents)), Sorted(served.Select(interaction => interaction.Id)));
                Assert.All(await Task.WhenAll(served.Select(crowd.FinishAsync)), decision => Assert.IsType<Decision.Changed>(decision));
            }

            Assert.Empty(await crowd.OpenAsync());
        }
    }

    private static IEnumerable<string> Sorted(IEnumerable<InteractionId> ids) => ids.Select(id => id.ToString()).Order(StringComparer.Ordinal);

    private static async Task<IReadOnlyList<Interaction>> HeldAsync(Crowd crowd) =>
        [.. (await crowd.OpenAsync()).Where(interaction => interaction.Holder is not null)];
}
