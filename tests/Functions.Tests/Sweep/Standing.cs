using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Sweep;

/// <summary>Brings customers of one queue where one can stand, without any wake.</summary>
internal sealed class Standing(Silence silence, Team team)
{
    private AgentId Agent => AgentId.Parse(team.Agents[0]);

    private Actor By => Actor.Of(Agent);

    public Task<InteractionId> WaitsAsync() => silence.WaitAsync(team.CustomerWaitsAsync(silence.App));

    public async Task<InteractionId> OfferedAsync()
    {
        var id = await WaitsAsync();
        await silence.DoAsync(new MakeOffer(id, QueueId.Parse(team.Queue), Agent));
        return id;
    }

    public async Task<InteractionId> DeclinedAsync()
    {
        var id = await OfferedAsync();
        await silence.DoAsync(new DeclineOffer(id, Agent));
        return id;
    }

    public async Task<InteractionId> ActiveAsync()
    {
        var id = await WaitsAsync();
        await silence.DoAsync(new Claim(id, Agent));
        return id;
    }

    public async Task<InteractionId> AnsweredAsync()
    {
        var id = await ActiveAsync();
        await silence.DoAsync(new SendReply(By, id, new OutboundMessage("How can I help?", [])));
        return id;
    }

    public async Task<InteractionId> OnHoldAsync(StateReason reason)
    {
        var id = await AnsweredAsync();
        await silence.DoAsync(new Hold(By, id, reason));
        return id;
    }

    public async Task<InteractionId> WrappingUpAsync()
    {
        var id = await AnsweredAsync();
        await silence.DoAsync(new End(By, id, Outcome.Resolved));
        return id;
    }
}
