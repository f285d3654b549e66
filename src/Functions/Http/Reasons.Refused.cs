namespace Interactions.Functions.Http;

/// <summary>Why an order about an interaction is not carried out. Each comes with the record's <c>state</c>, <c>handling</c> and who has it.</summary>
internal static partial class Reasons
{
    public static readonly Reason Closed = new(
        "closed", 409, "The interaction is closed, and stays as it is.", "Clone it, to go on with its matter.");

    public static readonly Reason NotOfferedToYou = new(
        "not-offered-to-you", 409, "The offer was another agent's, or is over.", "Look into the inbox.");

    public static readonly Reason NotWaiting = new(
        "not-waiting", 409, "Somebody has it, or is being asked.", "Nothing; a supervisor can assign it.");

    public static readonly Reason NotAMember = new(
        "not-a-member", 409, "The agent does not serve its queue.", "Name somebody who does, or make the agent a member.");

    public static readonly Reason LacksSkill = new(
        "lacks-skill", 409, "The agent does not have all the skills it needs.", "Name somebody who has; a supervisor can assign it by force.");

    public static readonly Reason AgentNotReady = new(
        "agent-not-ready", 409, "The agent is not ready, and is only asked when they are.", "Name somebody who is; a supervisor can assign it by force.");

    public static readonly Reason NoRoom = new(
        "no-room", 409, "The agent has as much as they can have at once.", "Wait, or have an admin raise the agent's capacity.");

    public static readonly Reason CannotDecline = new(
        "cannot-decline", 409, "In its queue, whoever is asked has it.", "Transfer it.");

    public static readonly Reason NotYours = new(
        "not-yours", 409, "Another agent has it, or nobody has.", "Only who has it can do that, or a supervisor.");

    public static readonly Reason AlreadyTheirs = new(
        "already-theirs", 409, "Whom you name has it already. Nothing was changed, and the note was not kept.", "Nothing.");

    public static readonly Reason NotActive = new(
        "not-active", 409, "Nobody works on it: it waits, is offered, or is being wrapped up.", "Look at `handling`.");

    public static readonly Reason NotOnHold = new(
        "not-on-hold", 409, "It is not on hold.", "Nothing: it goes on already.");

    public static readonly Reason NotInWrapUp = new(
        "not-in-wrap-up", 409, "It is not in wrap-up.", "End it first.");

    public static readonly Reason NotClosed = new(
        "not-closed", 409, "It is not closed.", "Go on in it.");

    public static readonly Reason TimerNotRunning = new(
        "timer-not-running", 409, "The timer does not run: nothing is to happen then, or somebody called it off.", "Look at the interaction's timers.");

    public static readonly Reason NotExtendable = new(
        "not-extendable", 409, "That timer is not yours to extend.", "Ask a supervisor; nobody extends an offer, or the break after a round of them.");

    public static readonly Reason NotCancellable = new(
        "not-cancellable", 409, "That timer is not yours to cancel.", "Extend it, or ask a supervisor; some nobody cancels, for somebody would wait where nobody looks.");

    public static readonly Reason NotLater = new(
        "not-later", 409, "It is due later than that anyway, at `until`, or that is past.", "Name a later moment, or leave it.");

    public static readonly Reason TooFarAhead = new(
        "too-far-ahead", 409, "That is more time than you may take; `until` is the latest.", "Name that, or ask a supervisor.");

    public static readonly Reason HoldReasonNeeded = new(
        "hold-reason-needed", 409, "A text conversation is held for a reason.", "Say who is being waited for.");

    public static readonly Reason HoldReasonNotAllowed = new(
        "hold-reason-not-allowed", 409, "Only text conversations are held for a reason.", "Leave it out.");

    public static readonly Reason ShortDescriptionNeeded = new(
        "short-description-needed", 409, "Nothing is closed without a short description, and no task created.", "Write one.");

    public static readonly Reason NowhereToWrite = new(
        "nowhere-to-write", 409, "The customer came in person, and no number of theirs is known here.", "Begin a conversation with their number.");

    public static readonly Reason NotMessaging = new(
        "not-messaging", 409, "It is not a text conversation, and only those are answered in writing.", "Answer the customer where they are.");

    public static readonly Reason ActiveWithAnother = new(
        "active-with-another", 409, "Another agent has a conversation with the customer on the line.", "Speak with the agent in `assignedTo`.");

    public static readonly Reason OptedOut = new(
        "opted-out", 409, "The customer said STOP: nothing is sent to them on this line.", "Reach them in another way, until they write START; `consent` says how that is known.");

    public static readonly Reason CannotReceive = new(
        "cannot-receive", 409, "No text arrives at the customer's address, as `code` of the provider says since `since`.", "Reach them in another way, or send `force`; it is over once they write.");

    public static readonly Reason NoSender = new(
        "no-sender", 409, "The line has no number, name or Messaging Service by which the customer can be written to.", "Write on another line, or have an admin configure one.");

    public static readonly Reason TemplateNeeded = new(
        "template-needed", 409, "WhatsApp takes only approved templates, since a day after the customer's last message on the line: `since`, where they ever wrote.", "Send a `template`; freely once they write.");

    public static readonly Reason QuietHours = new(
        "quiet-hours", 409, "The line may not write first at this time, but from `until` on, and the customer has not written.", "Wait until then; `force` does not help.");

    public static readonly Reason StaleView = new(
        "stale-view", 409, "Somebody wrote since what you had seen.", "Read what is new, which is in `news`, or send it nevertheless.");

    public static readonly Reason NotResendable = new(
        "not-resendable", 409, "The message is on its way, has arrived, or was sent once more already.", "Look at its delivery; write another.");

    public static readonly Reason StillOpen = new(
        "still-open", 409, "Something is open with the customer: `open` says which interactions.", "Close them, and order it again.");

    public static readonly Reason Erased = new(
        "erased", 409, "What was said in the interaction is erased, and nothing can be added.", "Begin a new one.");

    public static readonly Reason EmptyMessage = new(
        "empty-message", 400, "There is nothing to send.", "Write a text, or attach something.");

    public static readonly Reason EmptyNote = new(
        "empty-note", 400, "The note says nothing.", "Write something.");

    public static readonly Reason NoteTooLong = new(
        "note-too-long", 400, "The note is too long.", "Write it in parts.");

    public static readonly Reason TextTooLong = new(
        "text-too-long", 400, "The text is too long for one message.", "Send it in parts.");

    public static readonly Reason TooManyMedia = new(
        "too-many-media", 400, "Too much is attached for one message.", "Send it in parts.");
}
