using Interactions.Domain.Interactions;

namespace Interactions.Functions.Http;

/// <summary>How an order is answered that was not carried out.</summary>
internal static partial class Problems
{
    /// <param name="interaction">The record as it is now, for whoever is refused to see why.</param>
    /// <param name="grounds">What there is to say of the reason.</param>
    public static Problem Refused(Refusal reason, Interaction? interaction, Grounds? grounds = null) => Refused(reason) with
    {
        Since = grounds?.Since,
        Until = grounds?.Until,
        Code = grounds?.Code,
        Open = grounds?.Open?.Select(open => open.ToString()).ToList(),
        State = interaction?.State,
        Handling = interaction?.Handling,
        AssignedTo = interaction?.AssignedTo?.Value,
        OfferedTo = (interaction?.Phase as Phase.Offered)?.Agent.Value,
    };

    private static Problem Refused(Refusal reason) => reason switch
    {
        Refusal.NotFound => NotFound("interaction"),
        Refusal.UnknownQueue => NotFound("queue", "queue"),
        Refusal.UnknownLine => NotFound("line", "line"),
        Refusal.Outdated => PreconditionFailed(),
        Refusal.Closed => Conflict("closed", "It is closed.", "What is closed stays as it is."),
        Refusal.NotOfferedToYou => Conflict("not-offered-to-you", "It is not offered to you.", "The offer was another agent's, or is over."),
        Refusal.NotWaiting => Conflict("not-waiting", "It does not wait.", "Somebody has it, or is being asked."),
        Refusal.NotAMember => Conflict("not-a-member", "The agent does not serve its queue.", "Only members of the queue get what waits there."),
        Refusal.LacksSkill => Conflict("lacks-skill", "The agent lacks a skill.", "Only who has all the skills it needs can be asked."),
        Refusal.NotReady => Conflict("agent-not-ready", "The agent is not ready.", "They can be asked when they are; a supervisor can assign it by force."),
        Refusal.NoRoom => Conflict("no-room", "The agent has no room for it.", "They have as much as they can have at once."),
        Refusal.CannotDecline => Conflict("cannot-decline", "It cannot be declined.", "In this queue, whoever is asked has it; it can be transferred."),
        Refusal.NotYours => Conflict("not-yours", "It is not yours.", "Only the agent who has it can do that, or a supervisor."),
        Refusal.AlreadyTheirs => Conflict("already-theirs", "They have it already.", "Nothing was changed, and the note was not kept."),
        Refusal.NotActive => Conflict("not-active", "Nobody works on it.", "It waits, is offered, or is being wrapped up."),
        Refusal.NotOnHold => Conflict("not-on-hold", "It is not on hold.", "Only what is on hold can be resumed."),
        Refusal.NotInWrapUp => Conflict("not-in-wrap-up", "It is not in wrap-up.", "It has to be ended first."),
        Refusal.NotClosed => Conflict("not-closed", "It is not closed.", "Only what is closed can be gone on with."),
        Refusal.TimerNotRunning => Conflict("timer-not-running", "The timer does not run.", "What it would be about is not so now, was called off, or is never so in this queue."),
        Refusal.NotExtendable => Conflict("not-extendable", "You cannot extend that timer.", "Some only a supervisor can, and some nobody."),
        Refusal.NotCancellable => Conflict("not-cancellable", "You cannot cancel that timer.", "Some only a supervisor can, and some nobody."),
        Refusal.NotLater => Conflict("not-later", "It is due later than that anyway.", "Extending takes more time, never less; 'until' has to be later than it is due, and than now."),
        Refusal.TooFarAhead => Conflict("too-far-ahead", "That is too long.", "An agent may take twice the regular time in all, a supervisor a year from now."),
        Refusal.HoldReasonNeeded => Conflict("hold-reason-needed", "A reason is needed.", "Say who is being waited for."),
        Refusal.HoldReasonNotAllowed => Conflict("hold-reason-not-allowed", "There can be no reason.", "Only text conversations are held for one."),
        Refusal.ShortDescriptionNeeded => Conflict("short-description-needed", "A short description is needed.", "Nothing is closed without one, and no task created."),
        Refusal.UnknownResponse => NotFound("response", "response"),
        Refusal.UnknownTask => NotFound("task"),
        Refusal.UnknownMessage => NotFound("message"),
        Refusal.NowhereToWrite => Conflict("nowhere-to-write", "The customer cannot be written to.", "They came in person, and no number of theirs is known here."),
        Refusal.NotMessaging => Conflict("not-messaging", "It is not a text conversation.", "Only those are answered in writing."),
        Refusal.ActiveWithAnother => Conflict("active-with-another", "Another agent has the customer.", "There is one conversation at a time on a line."),
        Refusal.OptedOut => Conflict("opted-out", "The customer said STOP.", "Nothing is sent to them on this line."),
        Refusal.CannotReceive => Conflict("cannot-receive", "The customer cannot receive texts.", "The provider said that none arrives there. With 'force' it is tried nevertheless."),
        Refusal.NoSender => Conflict("no-sender", "The line cannot write to the customer.", "It has no number, name or Messaging Service that fits their address."),
        Refusal.TemplateNeeded => Conflict("template-needed", "A template is needed.", "The customer has not written for a day, and WhatsApp takes only what it has approved."),
        Refusal.QuietHours => Conflict("quiet-hours", "The line may not write first now.", "The customer has not written, and nobody is to be written to unasked at this time."),
        Refusal.StaleView => Conflict("stale-view", "Somebody wrote since.", "Read what is new, or send it nevertheless."),
        Refusal.NotResendable => Conflict("not-resendable", "It cannot be sent once more.", "It is on its way, has arrived, or was sent once more already."),
        Refusal.StillOpen => Conflict("still-open", "Something is open with the customer.", "What 'open' names has to be closed first."),
        Refusal.Erased => Conflict("erased", "It is erased.", "What was said in it is gone, and nothing can be added."),
        Refusal.EmptyMessage => Of(400, "empty-message", "There is nothing to send.", "Write a text, or attach something."),
        Refusal.EmptyNote => Of(400, "empty-note", "The note is empty.", "It has to say something."),
        Refusal.NoteTooLong => Of(400, "note-too-long", "The note is too long.", "It has to be written in parts."),
        Refusal.TextTooLong => Of(400, "text-too-long", "The text is too long.", "It has to be sent in parts."),
        Refusal.TooManyMedia => Of(400, "too-many-media", "Too much is attached.", "It has to be sent in parts."),
        _ => throw new NotSupportedException($"Nobody knows how to tell of {reason}."),
    };

    // Whether somebody may do a thing at all is known from their role. This is about what is, and may be otherwise in a moment:
    // who serves a queue changes too, and so does the queue in which an interaction is.
    private static Problem Conflict(string reason, string title, string detail) => Of(409, reason, title, detail);
}
