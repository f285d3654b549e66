using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Routing;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Desks;

namespace Interactions.Functions.Tests.Crowds;

/// <summary>What has to be so at any moment, and what has to be so once everything that was announced has been looked at.</summary>
internal sealed class Watch(Crowd crowd, int capacity)
{
    /// <summary>Looks again and again until told; the first that is wrong ends it.</summary>
    public async Task KeepAsync(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            foreach (var agent in crowd.Agents)
                CheckDesk(await crowd.DeskAsync(agent));
            foreach (var (customer, _) in crowd.Customers)
                await CheckHolderAsync(customer.Profile);
            await Task.Delay(1, CancellationToken.None);
        }
    }

    /// <summary>Desks and conversations agree, and nobody waits whom somebody free could take.</summary>
    public async Task CheckQuietAsync()
    {
        var open = await crowd.OpenAsync();
        var desks = new List<OpenDesk>();
        foreach (var agent in crowd.Agents)
            desks.Add(await crowd.DeskAsync(agent));

        foreach (var desk in desks)
        {
            var theirs = open.Where(interaction => interaction.Holder == desk.Stored.Desk.Agent).ToDictionary(interaction => interaction.Id);
            Assert.Equal(theirs.Keys.Order(Oldest), desk.Items.Select(item => item.Id).Order(Oldest));
            Assert.All(desk.Items, item => Assert.Equal(theirs[item.Id].TakesUpRoom(), item.TakesUpRoom));
        }

        var policy = await crowd.PolicyAsync();
        foreach (var waiting in open.Where(interaction => interaction.Phase is Phase.Queued))
        {
            var waiter = Waiter.Of(new(waiting.Queue, waiting.Priority, waiting.Place!.Since, waiting.Id, waiting.Place.Version), waiting);
            var free = desks.Select(desk => desk.Stored.Desk).Where(desk => Choice.Fits(waiter, desk, policy)).Select(desk => desk.Agent).ToList();
            Assert.True(free.Count == 0, $"{waiting.Id} waits in {waiting.Queue}, and {string.Join(", ", free)} could have it.");
        }
    }

    public async Task CheckNothingLeftAsync()
    {
        foreach (var agent in crowd.Agents)
        {
            var desk = await crowd.DeskAsync(agent);
            Assert.Empty(desk.Items);
            Assert.Equal(Slots.None, desk.Stored.Desk.Load);
        }
    }

    private static Comparer<InteractionId> Oldest { get; } =
        Comparer<InteractionId>.Create(static (one, other) => string.CompareOrdinal(one.ToString(), other.ToString()));

    private void CheckDesk(OpenDesk desk)
    {
        var counted = desk.Items.Where(item => item.TakesUpRoom).ToList();
        Assert.Equal(counted.Count, desk.Stored.Desk.Load.Total);

        // Elsewhere what comes back from a hold is theirs, even if it is more than they can have.
        Assert.InRange(counted.Count(item => item.Queue != crowd.Setting.Last), 0, capacity);
    }

    // Whoever has something has it on their desk, from before it is theirs until after it is not.
    private async Task CheckHolderAsync(ProfileId profile)
    {
        var before = await crowd.ConversationAsync(profile);
        foreach (var held in before.Active.Where(interaction => interaction.Holder is not null && interaction.TakesUpRoom()))
        {
            var desk = await crowd.DeskAsync(held.Holder!.Value);
            if (desk.Find(held.Id) is not { TakesUpRoom: true } && (await crowd.ConversationAsync(profile)).Version == before.Version)
                Assert.Fail($"{held.Holder} has {held.Id} at {before.Version} and not on their desk: {string.Join(", ", desk.Items)}");
        }
    }
}
