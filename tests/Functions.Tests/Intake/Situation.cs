using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Intake;

/// <summary>States of a conversation, reached as the product reaches them.</summary>
internal static class Situation
{
    public static readonly AgentId Agent = AgentId.Parse("agent-1");

    public static async Task<Decision> OrderAsync(RunningApp app, Customer customer, Command command)
    {
        var decision = await app.Services.GetRequiredService<CommitLoop>().HandleAsync(customer.Profile, command, CancellationToken.None);
        Assert.IsNotType<Decision.Refused>(decision);
        return decision;
    }

    public static async Task<InteractionId> QueuedAsync(RunningApp app, Customer customer, string to = Lines.Main)
    {
        Assert.Equal(System.Net.HttpStatusCode.OK, (await customer.TextsAsync(app, "hello", to: to)).Status);
        return (await customer.ConversationAsync(app)).Active.Single(open => open.Handling == Handling.Queued).Id;
    }

    public static async Task<InteractionId> ActiveAsync(RunningApp app, Customer customer, string to = Lines.Main)
    {
        var id = await QueuedAsync(app, customer, to);
        await OrderAsync(app, customer, new Claim(id, Agent));
        return id;
    }

    public static async Task<InteractionId> AnsweredAsync(RunningApp app, Customer customer, string to = Lines.Main)
    {
        var id = await ActiveAsync(app, customer, to);
        await ReplyAsync(app, customer, id, "How can I help?");
        return id;
    }

    public static async Task<InteractionId> OnHoldAsync(RunningApp app, Customer customer, string to = Lines.Main)
    {
        var id = await AnsweredAsync(app, customer, to);
        await OrderAsync(app, customer, new Hold(Actor.Of(Agent), id, StateReason.WaitingOnCustomer));
        return id;
    }

    public static async Task<InteractionId> ClosedAsync(RunningApp app, Customer customer, string to = Lines.Main)
    {
        var id = await AnsweredAsync(app, customer, to);
        await OrderAsync(app, customer, new End(Actor.Of(Agent), id, Domain.Interactions.Outcome.Resolved) { ShortDescription = "A question" });
        var rest = (await customer.ConversationAsync(app)).Active;
        if (!rest.IsEmpty)
            await OrderAsync(app, customer, new Wrap(Actor.Of(Agent), id, "A question", "answered"));
        return id;
    }

    /// <summary>The sequence of the entry that was written.</summary>
    public static async Task<long> ReplyAsync(RunningApp app, Customer customer, InteractionId id, string text)
    {
        var order = new SendReply(Actor.Of(Agent), id, new OutboundMessage(text, []));
        var changed = Assert.IsType<Decision.Changed>(await OrderAsync(app, customer, order));
        return changed.Entries.Single(entry => entry.Fact is MessageSent).Sequence;
    }
}
