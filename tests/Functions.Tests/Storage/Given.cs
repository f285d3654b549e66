using System.Collections.Immutable;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Tests.Storage;

/// <summary>Customers nobody else has, and changes to their conversations.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2031, 5, 6, 7, 8, 9, TimeSpan.Zero);

    public static ProfileId ACustomer() => ProfileId.Of(Address.Parse($"sender:{Guid.NewGuid():N}"));

    public static UserId AUser() => UserId.Parse(Guid.NewGuid().ToString("N"));

    public static MessageSid ASid() => MessageSid.Parse($"SM{Guid.NewGuid():N}");

    public static Interaction AnInteraction(ProfileId profile, int ordinal = 1) => new()
    {
        Id = new(profile, ordinal),
        Number = new(900_000_000 + ordinal),
        Type = InteractionType.Messaging,
        Channel = Channel.Sms,
        Direction = Direction.Inbound,
        Line = LineId.Parse("main"),
        Queue = QueueId.Parse("support"),
        OpenedAt = Now,
        Phase = new Phase.Queued(Place.From(Now)),
        FirstSequence = 1,
        LastSequence = 2,
    };

    public static Interaction AClosedInteraction(ProfileId profile, int ordinal = 1) => AnInteraction(profile, ordinal) with
    {
        Phase = new Phase.Done(Abandoned: false),
        ClosedAt = Now.AddHours(1),
        ClosedBy = Actor.Timer,
    };

    public static LogEntry AReceivedMessage(long sequence, MessageSid sid, string text = "Hello") =>
        new(sequence, Now, Actor.Customer, LineId.Parse("main"), null, new MessageReceived(new InboundMessage
        {
            Sid = sid,
            From = Address.Parse("+15550100123"),
            To = Address.Parse("+15550100001"),
            Channel = Channel.Sms,
            Text = text,
        }));

    public static LogEntry ASentMessage(long sequence) =>
        new(sequence, Now, Actor.System, LineId.Parse("main"), null, new MessageSent(new OutboundMessage("Hello", []), new(DeliveryState.Pending, Now)));

    /// <summary>What a message does to a conversation: a log entry, and a marker of its own name.</summary>
    public static Decision.Changed AMessageIn(Conversation conversation, MessageSid sid, string text = "Hello") =>
        AChange(conversation, AReceivedMessage(conversation.NextSequence, sid, text)) with
        {
            Receipt = new(sid.Value, [conversation.NextSequence]),
        };

    public static Decision.Changed AChange(Conversation conversation, params ImmutableArray<LogEntry> entries) => new(
        conversation with { Version = conversation.Version + 1, NextSequence = conversation.NextSequence + entries.Length },
        entries,
        [],
        [],
        []);

    public static async Task<StoredConversation> StoredAsync(ConversationStore store, ProfileId customer)
    {
        await store.CommitAsync(await store.LoadAsync(customer, default), AMessageIn(Conversation.Of(customer), ASid()), default);
        return await store.LoadAsync(customer, default);
    }
}
