using System.Globalization;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Functions.Agents;

/// <summary>What there is to say of each fact besides its name.</summary>
internal static class LogDetails
{
    public static LogEntryView Of(Fact fact, LogEntryView view, Address? customer) => fact switch
    {
        MessageReceived received => view with { Message = MessageView.Of(received.Message, received.CameAt, view.Erased == true ? null : MediaOf(view)) },
        MessageSent sent => view with { Message = view.Erased == true ? MessageView.OfErased(sent) : MessageView.Of(sent, customer) },
        InteractionOpened opened => view with { Number = opened.Number.ToString(), Queue = opened.Queue.Value, Parent = opened.Parent?.ToString() },
        TypeChanged changed => view with { Type = changed.Type, Channel = changed.Channel },
        OfferMade made => view with { Agent = made.Agent.Value, Until = made.Until },
        OfferAccepted accepted => view with { Agent = accepted.Agent.Value },
        OfferDeclined declined => view with { Agent = declined.Agent.Value },
        OfferTimedOut timedOut => view with { Agent = timedOut.Agent.Value },
        Overflowed overflowed => view with { From = overflowed.From.Value, Queue = overflowed.To.Value },
        Claimed claimed => view with { Agent = claimed.Agent.Value },
        Assigned assigned => view with { Agent = assigned.Agent.Value, ByHand = assigned.Forced },
        PutOnHold held => view with { Reason = held.Reason },
        AgentPrompted prompted => view with { Since = prompted.UnansweredSince },
        Requeued requeued => view with { Queue = requeued.Queue.Value, From = requeued.From?.Value, Outcome = requeued.Outcome },
        TransferredToQueue moved => view with { From = moved.From.Value, Queue = moved.To.Value, Note = moved.Note },
        TransferredToAgent moved => view with { Agent = moved.To.Value, Note = moved.Note },
        TransferredOutside moved => view with { Contact = view.Erased == true ? null : moved.Contact.Value, Note = moved.Note },
        Ended ended => view with { Outcome = ended.Outcome },
        Closed closed => view with { Abandoned = closed.Abandoned, Disposition = closed.Disposition, ShortDescription = closed.ShortDescription },
        SlaWarned warned => view with { Until = warned.Due },
        SlaBreached breached => view with { Since = breached.Due },
        TimerExtended extended => view with { Timer = extended.Timer, Until = extended.Until },
        TimerCancelled cancelled => view with { Timer = cancelled.Timer },
        ConsentChanged changed => view with { Consent = ConsentView.Of(changed.Consent) },
        UserLinked linked => view with { User = linked.User?.Value, ByHand = linked.ByHand },
        ProfileRenamed renamed => view with { Name = renamed.Name },
        NoteAdded note => view with { Note = note.Text },
        Amended amended => view with { Changes = amended.Changes },
        TaskCreated created => view with { Task = IdOf(created.Task), TaskKind = created.Kind, ShortDescription = created.ShortDescription },
        TaskViewed viewed => view with { Task = IdOf(viewed.Task) },
        DeliveryFailed failed => view with
        {
            Concerning = failed.Message,
            ErrorCode = failed.Code,
            Explanation = Explanations.OfFailure(failed.Code, failed.Why),
        },
        DeliveryUndecided undecided => view with { Concerning = undecided.Message, Explanation = Explanations.Undecided },
        _ => view,
    };

    // Null where it belongs to no interaction, by which it could be asked for.
    private static string? MediaOf(LogEntryView view) =>
        view.Interaction is { } id ? string.Create(CultureInfo.InvariantCulture, $"/api/interactions/{id}/messages/{view.Sequence}/media") : null;

    private static string IdOf(int task) => task.ToString(CultureInfo.InvariantCulture);
}
