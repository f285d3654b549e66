using System.Collections.Immutable;
using Interactions.Domain.Messages;
using Interactions.Domain.Timers;
using Interactions.Domain.Values;

namespace Interactions.Domain.Interactions;

/// <summary>An order, and who gave it.</summary>
public abstract record Command(Actor By)
{
    /// <summary>
    /// The name of an order that must not be carried out twice and whose repetition the state alone does not show.
    /// </summary>
    public virtual string? Receipt => Name is { } name ? "request-" + name : null;

    /// <summary>What the request is called that brought the order, where it has to be told from another just like it. No message is called so.</summary>
    public string? Name { get; init; }

    /// <summary>The interaction whose record it needs even where that is closed, and so is not in the conversation.</summary>
    public virtual InteractionId? NeedsRecordOf => null;

    /// <summary>The entry of the log that it is about.</summary>
    public virtual long? NeedsEntry => null;
}

/// <summary>An order that may open an interaction, and so needs a number for it.</summary>
public abstract record OpeningCommand(Actor By) : Command(By)
{
    public InteractionNumber Number { get; init; }
}

/// <param name="CameAt">When it came, where it comes to light only now: nobody waits for an answer, and what was said since stands.</param>
public sealed record TakeInMessage(InboundMessage Message, LineId Line, DateTimeOffset? CameAt = null) : OpeningCommand(Actor.Customer)
{
    public override string Receipt => Message.Sid.Value;
}

/// <summary>An agent begins: writes first, takes a call, notes somebody who walked up.</summary>
public sealed record StartInteraction(Actor By, Address Address, LineId Line, QueueId Queue, InteractionType Type, Channel Channel, Direction Direction)
    : OpeningCommand(By)
{
    /// <summary>Whose the address is, where that is said; with what is known of them.</summary>
    public UserId? User { get; init; }

    public Traits? Traits { get; init; }

    public string ShortDescription { get; init; } = "";

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>What is written to them at once; null where nothing is.</summary>
    public OutboundMessage? Message { get; init; }

    /// <summary>Write to them although no text is known to arrive there.</summary>
    public bool Force { get; init; }
}

/// <summary>Goes on with a closed interaction, in a new record: the closed one stays as it is.</summary>
public abstract record TakeUp(Actor By, InteractionId Source) : OpeningCommand(By)
{
    public sealed override InteractionId? NeedsRecordOf => Source;
}

/// <summary>The company begins anew.</summary>
public sealed record CloneInteraction(Actor By, InteractionId Source) : TakeUp(By, Source);

public sealed record ReopenInteraction(Actor By, InteractionId Source) : TakeUp(By, Source);

/// <summary>An order about one interaction.</summary>
public abstract record InteractionCommand(Actor By, InteractionId Id) : Command(By);

/// <summary>The router chose somebody out of a queue; it counts only while the interaction waits there.</summary>
public sealed record MakeOffer(InteractionId Id, QueueId Queue, AgentId Agent) : InteractionCommand(Actor.System, Id);

/// <summary>The router found that everybody had their chance.</summary>
public sealed record StartNewRound(InteractionId Id) : InteractionCommand(Actor.System, Id);

public sealed record AcceptOffer(InteractionId Id, AgentId Agent) : InteractionCommand(Actor.Of(Agent), Id);

public sealed record DeclineOffer(InteractionId Id, AgentId Agent) : InteractionCommand(Actor.Of(Agent), Id);

public sealed record Claim(InteractionId Id, AgentId Agent) : InteractionCommand(Actor.Of(Agent), Id);

/// <summary>A supervisor decides who gets it: asked, or told.</summary>
public sealed record Assign(Actor By, InteractionId Id, AgentId Agent, bool Forced) : InteractionCommand(By, Id);

/// <param name="LastSeen">The last log entry the agent had read when writing.</param>
/// <param name="Force">Send although somebody wrote since, or no text is known to arrive there.</param>
public sealed record SendReply(Actor By, InteractionId Id, OutboundMessage Message, long? LastSeen = null, bool Force = false)
    : InteractionCommand(By, Id)
{
    /// <summary>Whether its text should have been a standard response that there is not for this interaction.</summary>
    public bool LacksResponse { get; init; }
}

public sealed record Hold(Actor By, InteractionId Id, StateReason? Reason) : InteractionCommand(By, Id);

public sealed record Resume(Actor By, InteractionId Id) : InteractionCommand(By, Id);

public abstract record Transfer(Actor By, InteractionId Id, string? Note) : InteractionCommand(By, Id);

public sealed record TransferToQueue(Actor By, InteractionId Id, QueueId Queue, string? Note = null) : Transfer(By, Id, Note);

public sealed record TransferToAgent(Actor By, InteractionId Id, AgentId Agent, string? Note = null) : Transfer(By, Id, Note);

/// <summary>Somebody outside takes over, and is told by text where the queue has one for it.</summary>
public sealed record TransferOutside(Actor By, InteractionId Id, Address Contact, string? Note = null) : Transfer(By, Id, Note);

public sealed record End(Actor By, InteractionId Id, Outcome Outcome) : InteractionCommand(By, Id)
{
    public override InteractionId? NeedsRecordOf => Id;

    /// <summary>Needed where the queue has no wrap-up in which to write one.</summary>
    public string? ShortDescription { get; init; }
}

public sealed record Wrap(Actor By, InteractionId Id, string? ShortDescription, string? Disposition) : InteractionCommand(By, Id)
{
    public override InteractionId? NeedsRecordOf => Id;
}

/// <summary>Somebody takes more time for something than the policy gives them.</summary>
/// <param name="Until">It is not to happen before then. A moment and no more time, so that who says it twice means the same.</param>
public sealed record ExtendTimer(Actor By, InteractionId Id, TimerKind Timer, DateTimeOffset Until) : InteractionCommand(By, Id);

/// <summary>Something is not to happen, unless what it counts from happens anew.</summary>
public sealed record CancelTimer(Actor By, InteractionId Id, TimerKind Timer) : InteractionCommand(By, Id);

/// <summary>Time passed: whatever is due happens, whatever no longer applies does not.</summary>
public sealed record FireTimers(InteractionId Id) : InteractionCommand(Actor.Timer, Id);

/// <summary>The directory says which users have this profile's address.</summary>
/// <param name="Traits">Of the one user, where it is one.</param>
public sealed record MatchUsers(Address Address, ImmutableArray<UserId> Users, Traits? Traits = null) : Command(Actor.System);

/// <summary>Somebody corrects what a profile says: whose it is, what they are called, or both.</summary>
/// <param name="Called">None where the name counts that the channel tells.</param>
public sealed record CorrectProfile(Actor By, Said<UserId?>? User, Said<string?>? Called, Traits? Traits = null) : Command(By);

/// <summary>The directory says what is known of a user; it counts only where the profile is that user's.</summary>
public sealed record DescribeUser(UserId User, Traits Traits) : Command(Actor.System);

/// <summary>Everything personal goes, and nothing of it comes back.</summary>
/// <param name="LastSeen">The last log entry by which that was decided; null where nothing can come that would change it.</param>
public sealed record EraseProfile(Actor By, long? LastSeen = null) : Command(By);

/// <summary>Somebody is about to be told everything.</summary>
public sealed record ExportProfile(Actor By) : Command(By);

/// <summary>Something became known of a message that has consequences beyond it.</summary>
public abstract record DeliveryCommand(long Sequence) : Command(Actor.System)
{
    public sealed override long? NeedsEntry => Sequence;
}

/// <summary>The provider says how far a message got.</summary>
public sealed record TellDelivery(long Sequence, DeliveryReport Report, Evidence Evidence) : DeliveryCommand(Sequence);

/// <summary>The provider does not take a message.</summary>
/// <param name="AskedAt">When it was asked.</param>
public sealed record TellRefusal(long Sequence, int ErrorCode, DateTimeOffset? AskedAt = null) : DeliveryCommand(Sequence);

/// <summary>A message must not go out any more that nobody was asked to send yet.</summary>
public sealed record TakeBackMessage(long Sequence, NotSent Why) : DeliveryCommand(Sequence);

/// <summary>What became of a message could not be found out.</summary>
public sealed record GiveUpOnDelivery(long Sequence) : DeliveryCommand(Sequence);

/// <summary>A message that did not arrive, or perhaps did not, goes out once more.</summary>
public sealed record ResendMessage(Actor By, InteractionId Id, long Sequence) : InteractionCommand(By, Id)
{
    public override long? NeedsEntry => Sequence;
}
