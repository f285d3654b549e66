using Azure.Data.Tables;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;

namespace Interactions.Bench;

/// <summary>A conversation in which an agent has answered and the customer has written again, as it is stored.</summary>
internal static class Ongoing
{
    public static TableEntity Of(Address customer, Policy policy)
    {
        var agent = AgentId.Parse("agent-1");
        var line = LineId.Parse("main");
        var profile = ProfileId.Of(customer);
        var id = new InteractionId(profile, 1);
        Command[] story =
        [
            new TakeInMessage(Text(customer, "SM1"), line) { Number = new InteractionNumber(1) },
            new Claim(id, agent),
            new SendReply(Actor.Of(agent), id, new OutboundMessage("How can I help?", [])),
            new TakeInMessage(Text(customer, "SM2"), line) { Number = new InteractionNumber(2) },
        ];

        Decision.Changed? last = null;
        foreach (var command in story)
        {
            var before = last?.Conversation ?? Conversation.Of(profile);
            last = (Decision.Changed)Lifecycle.Decide(before, command, policy, DateTimeOffset.UtcNow);
        }

        var rows = ConversationRows.Of(new StoredConversation(Conversation.Of(profile), ETag: null), last!).Seal();
        return rows.Select(row => (TableEntity)row.Entity).Single(row => row.RowKey == Keys.Head(profile).Row);
    }

    private static Domain.Messages.InboundMessage Text(Address customer, string sid) => new()
    {
        Sid = MessageSid.Parse(sid),
        From = customer,
        To = Address.Parse("+15550100001"),
        Channel = Channel.Sms,
        Text = "My parcel has not arrived.",
    };
}
