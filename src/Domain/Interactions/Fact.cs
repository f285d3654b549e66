using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Interactions.Domain.Consent;
using Interactions.Domain.Messages;
using Interactions.Domain.Timers;
using Interactions.Domain.Values;

namespace Interactions.Domain.Interactions;

/// <summary>What happened. The names given here are stored: they stay.</summary>
[JsonDerivedType(typeof(MessageReceived), "messageReceived")]
[JsonDerivedType(typeof(MessageSent), "messageSent")]
[JsonDerivedType(typeof(InteractionOpened), "opened")]
[JsonDerivedType(typeof(TypeChanged), "typeChanged")]
[JsonDerivedType(typeof(OfferMade), "offerMade")]
[JsonDerivedType(typeof(OfferAccepted), "offerAccepted")]
[JsonDerivedType(typeof(OfferDeclined), "offerDeclined")]
[JsonDerivedType(typeof(OfferTimedOut), "offerTimedOut")]
[JsonDerivedType(typeof(NewRoundStarted), "newRoundStarted")]
[JsonDerivedType(typeof(Overflowed), "overflowed")]
[JsonDerivedType(typeof(Claimed), "claimed")]
[JsonDerivedType(typeof(Assigned), "assigned")]
[JsonDerivedType(typeof(PutOnHold), "putOnHold")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(HoldLimitReached), "holdLimitReached")]
[JsonDerivedType(typeof(AgentPrompted), "agentPrompted")]
[JsonDerivedType(typeof(Requeued), "requeued")]
[JsonDerivedType(typeof(TransferredToQueue), "transferredToQueue")]
[JsonDerivedType(typeof(TransferredToAgent), "transferredToAgent")]
[JsonDerivedType(typeof(TransferredOutside), "transferredOutside")]
[JsonDerivedType(typeof(Ended), "ended")]
[JsonDerivedType(typeof(WrapUpInterrupted), "wrapUpInterrupted")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(SlaWarned), "slaWarned")]
[JsonDerivedType(typeof(SlaBreached), "slaBreached")]
[JsonDerivedType(typeof(TimerExtended), "timerExtended")]
[JsonDerivedType(typeof(TimerCancelled), "timerCancelled")]
[JsonDerivedType(typeof(ConsentChanged), "consentChanged")]
[JsonDerivedType(typeof(UserLinked), "userLinked")]
[JsonDerivedType(typeof(ProfileRenamed), "profileRenamed")]
[JsonDerivedType(typeof(NoteAdded), "note")]
[JsonDerivedType(typeof(Amended), "amended")]
[JsonDerivedType(typeof(TaskCreated), "taskCreated")]
[JsonDerivedType(typeof(TaskViewed), "taskViewed")]
[JsonDerivedType(typeof(DeliveryFailed), "deliveryFailed")]
[JsonDerivedType(typeof(DeliveryUndecided), "deliveryUndecided")]
[JsonDerivedType(typeof(ProfileErased), "profileErased")]
[JsonDerivedType(typeof(ProfileExported), "profileExported")]
public abstract record Fact;

/// <param name="CameAt">When it came, where that was long before it could be taken in.</param>
public sealed record MessageReceived(InboundMessage Message, DateTimeOffset? CameAt = null) : Fact;

/// <param name="Automatic">Which text of the product's own it is; null for what an agent wrote.</param>
/// <param name="To">Somebody else than the customer.</param>
public sealed record MessageSent(OutboundMessage Message, Delivery Delivery, AutomaticText? Automatic = null, Address? To = null) : Fact
{
    /// <summary>Where it goes, whoever that is; null where it is the answer to a webhook.</summary>
    public Address? Recipient { get; init; }

    /// <summary>As whom it goes out; null where it is the answer to a webhook.</summary>
    public Sender? From { get; init; }

    /// <summary>From when on the channel does not take it, unless the customer writes meanwhile; null where it always does.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether the customer had written nothing that it would answer.</summary>
    public bool Unasked { get; init; }

    /// <summary>The message before it on this line, which has to be gone first; null where none is recent.</summary>
    public long? After { get; init; }
}

/// <param name="Parent">The closed interaction whose matter goes on in this one.</param>
/// <param name="Cloned">Whether an agent took it up as a new matter of the company's own.</param>
public sealed record InteractionOpened(
    InteractionNumber Number, Direction Direction, QueueId Queue, InteractionId? Parent = null, bool Cloned = false) : Fact;

public sealed record TypeChanged(InteractionType Type, Channel Channel) : Fact;

public sealed record OfferMade(AgentId Agent, DateTimeOffset Until) : Fact;

public sealed record OfferAccepted(AgentId Agent) : Fact;

public sealed record OfferDeclined(AgentId Agent) : Fact;

/// <param name="NotReady">Whether the agent gets no more offers until they say that they are back.</param>
public sealed record OfferTimedOut(AgentId Agent, bool NotReady) : Fact;

public sealed record NewRoundStarted : Fact;

public sealed record Overflowed(QueueId From, QueueId To) : Fact;

public sealed record Claimed(AgentId Agent) : Fact;

public sealed record Assigned(AgentId Agent, bool Forced) : Fact;

public sealed record PutOnHold(StateReason? Reason) : Fact;

public sealed record Resumed : Fact;

public sealed record HoldLimitReached : Fact;

public sealed record AgentPrompted(DateTimeOffset UnansweredSince) : Fact;

/// <param name="From">Whose it was.</param>
public sealed record Requeued(QueueId Queue, AgentId? From, Outcome? Outcome = null) : Fact;

public sealed record TransferredToQueue(QueueId From, QueueId To, string? Note) : Fact;

public sealed record TransferredToAgent(AgentId To, string? Note) : Fact;

public sealed record TransferredOutside(Address Contact, string? Note) : Fact;

public sealed record Ended(Outcome Outcome) : Fact;

public sealed record WrapUpInterrupted : Fact;

public sealed record Closed(bool Abandoned, string? Disposition, string ShortDescription) : Fact;

/// <param name="Due">When the answer will be too late.</param>
public sealed record SlaWarned(DateTimeOffset Due) : Fact;

public sealed record SlaBreached(DateTimeOffset Due) : Fact;

public sealed record TimerExtended(TimerKind Timer, DateTimeOffset Until) : Fact;

public sealed record TimerCancelled(TimerKind Timer) : Fact;

public sealed record ConsentChanged(LineConsent Consent) : Fact;

/// <param name="User">Null where the profile belongs to nobody known any more.</param>
public sealed record UserLinked(UserId? User, bool ByHand) : Fact;

/// <param name="Name">Null where the one counts that the channel tells.</param>
public sealed record ProfileRenamed(string? Name) : Fact;

public sealed record NoteAdded(string Text) : Fact;

/// <param name="Changes">What is written differently now; what is as it was is not among them.</param>
public sealed record Amended(ImmutableArray<FieldChange> Changes) : Fact;

public sealed record TaskCreated(int Task, TaskKind Kind, string ShortDescription) : Fact;

public sealed record TaskViewed(int Task) : Fact;

/// <param name="Message">Where in the log the message stands that did not reach them.</param>
/// <param name="Code">The provider's error; null where the provider was not asked.</param>
public sealed record DeliveryFailed(long Message, int? Code, NotSent? Why = null) : Fact;

/// <summary>Nobody could find out whether the message went out.</summary>
public sealed record DeliveryUndecided(long Message) : Fact;

/// <summary>Everything before it says no more who it was and what was said.</summary>
public sealed record ProfileErased : Fact;

/// <summary>Somebody took a copy of everything.</summary>
public sealed record ProfileExported : Fact;
