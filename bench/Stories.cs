using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;

namespace Interactions.Bench;

/// <summary>How a conversation came to where it is measured.</summary>
internal static class Stories
{
    private static readonly AgentId Agent = AgentId.Parse(Configuration.Agent(1));
    private static readonly LineId Line = LineId.Parse("main");

    /// <summary>A customer has written for the first time, and waits.</summary>
    public static Decision.Changed Waiting(Address customer, Policy policy) => Told(customer, policy, Text(customer, "SM1"));

    /// <summary>An agent has answered, and the customer has written again.</summary>
    public static Decision.Changed Ongoing(Address customer, Policy policy)
    {
        var id = new InteractionId(ProfileId.Of(customer), 1);
        return Told(customer, policy, Text(customer, "SM1"), new Claim(id, Agent), Reply(id), Text(customer, "SM2"));
    }

    public static TakeInMessage Text(Address customer, string sid) => new(
        new InboundMessage
        {
            Sid = MessageSid.Parse(sid),
            From = customer,
            To = Address.Parse(SignedForm.Company),
            Channel = Channel.Sms,
            Text = "My parcel has not arrived.",
        },
        Line)
    {
        Number = new InteractionNumber(1),
    };

    public static SendReply Reply(InteractionId id, AgentId? by = null) => new(Actor.Of(by ?? Agent), id, new OutboundMessage("How can I help?", []));

    private static Decision.Changed Told(Address customer, Policy policy, params ReadOnlySpan<Command> story)
    {
        Decision.Changed? last = null;
        foreach (var command in story)
        {
            var before = last?.Conversation ?? Conversation.Of(ProfileId.Of(customer));
            last = (Decision.Changed)Lifecycle.Decide(before, command, policy, DateTimeOffset.UtcNow);
        }

        return last!;
    }
}
