using System.Collections.Immutable;
using Interactions.Domain.Consent;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;

namespace Interactions.Domain.Privacy;

/// <summary>
/// What is left of what is stored once nobody may know any more who it was and what was said: counts, times, states, who worked on it, and
/// what a customer said about being written to. Done twice it is done once.
/// </summary>
public static class Erasure
{
    // The product's own word; all others an agent wrote.
    private static readonly ImmutableHashSet<string> OwnDispositions = [Lifecycle.TimedOut];

    public static LogEntry Of(LogEntry entry) => entry with { Fact = Of(entry.Fact), IsErased = true };

    public static Fact Of(Fact fact) => fact switch
    {
        MessageReceived received => received with { Message = Of(received.Message) },
        MessageSent sent => Of(sent),
        TransferredToQueue moved => moved with { Note = null },
        TransferredToAgent moved => moved with { Note = null },
        TransferredOutside moved => moved with { Contact = Address.Erased, Note = null },
        Closed closed => closed with { Disposition = DispositionOf(closed.Disposition), ShortDescription = "" },
        ConsentChanged changed => new ConsentChanged(Of(changed.Consent)),
        UserLinked linked => linked with { User = null },
        ProfileRenamed => new ProfileRenamed(Name: null),
        NoteAdded => new NoteAdded(""),
        Amended amended => new Amended([.. amended.Changes.Select(Of)]),
        TaskCreated created => created with { ShortDescription = "" },
        InteractionOpened or TypeChanged or OfferMade or OfferAccepted or OfferDeclined or OfferTimedOut or NewRoundStarted or Overflowed
            or Claimed or Assigned or PutOnHold or Resumed or HoldLimitReached or AgentPrompted or Requeued or Ended or WrapUpInterrupted
            or SlaBreached or SlaWarned or TimerExtended or TimerCancelled or TaskViewed or DeliveryFailed or DeliveryUndecided or ProfileErased or ProfileExported => fact,
        _ => throw new NotSupportedException($"Nobody has said what is left of a {fact.GetType().Name}."),
    };

    public static Interaction Of(Interaction interaction) => interaction with
    {
        IsErased = true,
        OpenedFor = null,
        Handover = interaction.Handover is { Contact: not null } handover ? handover with { Contact = Address.Erased } : interaction.Handover,
        Tags = [],
        Language = null,
        ShortDescription = "",
        Disposition = DispositionOf(interaction.Disposition),
        FirstWords = null,
    };

    public static RelatedTask Of(RelatedTask task) =>
        task with { ShortDescription = "", Description = null, Reference = null, Url = null, IsErased = true };

    /// <summary>Consent stays, line by line: a STOP is a STOP whoever has forgotten who said it.</summary>
    public static Conversation Of(Conversation conversation) => conversation with
    {
        Profile = null,
        Consents = conversation.Consents.ToImmutableSortedDictionary(consent => consent.Key, consent => Of(consent.Value)),
        Correspondences = conversation.Correspondences.ToImmutableSortedDictionary(each => each.Key, each => each.Value with { Number = null }),
        Active = [.. conversation.Active.Select(Of)],
        LastClosed = [],
    };

    private static LineConsent Of(LineConsent consent) => consent with { Word = null };

    private static InboundMessage Of(InboundMessage message) => message with
    {
        From = Address.Erased,
        Text = "",
        Media = [.. message.Media.Select(_ => new Media("", ""))],
        Location = null,
        Button = null,
        ProfileName = null,
        Unknown = ImmutableSortedDictionary<string, string>.Empty,
    };

    private static MessageSent Of(MessageSent sent) => sent with
    {
        Message = new OutboundMessage("", [.. sent.Message.Media.Select(_ => "")]),
        Delivery = sent.Delivery with { Segments = sent.Delivery.Segments ?? SegmentsOf(sent) },
        To = sent.To is null ? null : Address.Erased,
        Recipient = null,
    };

    // From the empty text nobody could count them.
    private static int? SegmentsOf(MessageSent sent) =>
        sent.Recipient is { } recipient && sent.Message is { Text.Length: > 0 } message ? message.SegmentsTo(recipient)?.Count : null;

    private static FieldChange Of(FieldChange change) => change.Field is "priority" or "outcome" ? change : change with { From = null, To = null };

    private static string? DispositionOf(string? disposition) => disposition is not null && OwnDispositions.Contains(disposition) ? disposition : null;
}
