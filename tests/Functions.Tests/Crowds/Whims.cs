using System.Collections.Concurrent;
using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Queues;

namespace Interactions.Functions.Tests.Crowds;

/// <summary>What agents do as they please, with what they see on their desks or in a queue.</summary>
internal sealed class Whims(Crowd crowd)
{
    private readonly ConcurrentDictionary<string, int> _done = new();

    /// <summary>How often each came off.</summary>
    public IReadOnlyDictionary<string, int> Done => _done;

    public async Task ActAsync(AgentId agent)
    {
        var desk = await crowd.DeskAsync(agent);
        var whim = crowd.Pick(100);
        if (whim < 8)
            await crowd.IsAsync(crowd.Pick(4) == 0 ? Presence.NotReady : Presence.Ready, agent);
        else if (whim < 22)
            await ClaimAsync(agent);
        else if (desk.Items.Count > 0)
            await TouchAsync(agent, crowd.Pick(desk.Items), whim);
        else if (desk.Stored.Desk.Presence != Presence.Ready && whim < 60)
            await crowd.IsAsync(Presence.Ready, agent);
    }

    /// <summary>Everybody has days like that: whatever they are offered, they want none of it.</summary>
    public async Task RefuseAsync(AgentId agent)
    {
        var desk = await crowd.DeskAsync(agent);
        foreach (var item in desk.Items.Where(item => item.State == InteractionState.New))
            await DoAsync(new DeclineOffer(item.Id, agent));
    }

    private Task TouchAsync(AgentId agent, DeskItem item, int whim) => item switch
    {
        { State: InteractionState.New } => whim switch
        {
            < 55 => DoAsync(new AcceptOffer(item.Id, agent)),
            < 75 => DoAsync(new DeclineOffer(item.Id, agent)),
            _ => Task.CompletedTask,
        },
        { State: InteractionState.OnHold } => whim < 60 ? DoAsync(new Resume(Actor.Of(agent), item.Id)) : DoAsync(Ending(agent, item.Id)),
        _ => whim switch
        {
            < 60 => DoAsync(Ending(agent, item.Id)),
            < 70 => DoAsync(new TransferToQueue(Actor.Of(agent), item.Id, crowd.Pick([crowd.Setting.Asked, crowd.Setting.Given, crowd.Setting.Last]))),
            < 78 => HandOverAsync(agent, item.Id),
            < 92 => DoAsync(new Hold(Actor.Of(agent), item.Id, StateReason.WaitingOnCustomer)),
            < 95 => DoAsync(new Assign(Actor.Of(crowd.Agents[0]), item.Id, crowd.Pick(crowd.Agents), Forced: crowd.Pick(2) == 0)),
            _ => crowd.TextsAsync(CustomerOf(item.Id)),
        },
    };

    public static End Ending(AgentId agent, InteractionId id) =>
        new(Actor.Of(agent), id, Outcome.Resolved) { ShortDescription = "A question" };

    private async Task ClaimAsync(AgentId agent)
    {
        var queue = crowd.Pick([crowd.Setting.Asked, crowd.Setting.Given, crowd.Setting.Last]);
        await foreach (var row in crowd.Get<QueueStore>().WaitersAsync(queue, default))
        {
            if (crowd.Pick(3) > 0)
                continue;
            await DoAsync(new Claim(row.Waiter.Id, agent));
            return;
        }
    }

    // Most of those who come to mind are full, away or cannot do it.
    private async Task HandOverAsync(AgentId agent, InteractionId id)
    {
        for (var tries = 0; tries < 4; tries++)
            await DoAsync(new TransferToAgent(Actor.Of(agent), id, crowd.Pick(crowd.Agents)));
    }

    private int CustomerOf(InteractionId id)
    {
        for (var place = 0; ; place++)
        {
            if (crowd.Customers[place].Customer.Profile == id.Profile)
                return place;
        }
    }

    private async Task DoAsync(InteractionCommand command)
    {
        if (await crowd.DoAsync(command) is Decision.Changed)
            _done.AddOrUpdate(command.GetType().Name, 1, (_, count) => count + 1);
    }
}
