using Interactions.Domain.Interactions;
using Interactions.Functions.Agents;
using Interactions.Functions.Http;
using Interactions.Functions.Orders;

namespace Interactions.Functions.Contract;

/// <summary>What whoever has an interaction does with it, and how one begins.</summary>
internal static partial class Operations
{
    private static Operation[] Work() =>
    [
        Order("HoldInteraction", "hold", "Wait for the customer, or for somebody of the company")
            .Says("Of a conversation in writing `reason` is needed; of anything else there is none. It goes on by itself when the customer writes.")
            .ReadsIfAny(OrdersJson.Default.HoldDocument, """{"reason":"waitingOnCustomer"}""")
            .RefusedFor(Reasons.NotYours, Reasons.NotActive, Reasons.HoldReasonNeeded, Reasons.HoldReasonNotAllowed),
        Order("ResumeInteraction", "resume", "Go on with what is on hold")
            .ReadsNothing()
            .RefusedFor(Reasons.NotYours, Reasons.NotOnHold),
        Order("EndInteraction", "end", "Come to an end")
            .Says("It is wrapped up then, or closed where its queue has no wrap-up; or it waits again where the queue takes back what is unresolved.")
            .Reads(OrdersJson.Default.EndDocument, """{"outcome":"resolved"}""")
            .RefusedFor(Reasons.NotYours, Reasons.NotActive, Reasons.ShortDescriptionNeeded),
        Order("WrapInteraction", "wrap", "Close it, once it is said what it was about")
            .ReadsIfAny(OrdersJson.Default.WrapDocument, """{"shortDescription":"Parcel lost on its way","disposition":"refunded"}""")
            .RefusedFor(Reasons.NotYours, Reasons.NotInWrapUp, Reasons.ShortDescriptionNeeded),
        Order("ExtendTimer", "timers/{timer}/extend", "Take more time for something than its queue gives")
            .Says("It does not happen before `until`, unless whatever it counts from happens anew: that begins with the queue's time again. An agent may put off `silence`, `nudge`, `closeWaiting`, `holdLimit` and `wrapUp` of what is theirs, to twice the regular time in all; a supervisor everything but `offer` and `newRound`, to a year from now.")
            .Reads(OrdersJson.Default.ExtendDocument, """{"until":"2031-05-06T12:00:00Z"}""")
            .RefusedFor(Reasons.NotYours, Reasons.TimerNotRunning, Reasons.NotExtendable, Reasons.NotLater, Reasons.TooFarAhead),
        Order("CancelTimer", "timers/{timer}/cancel", "Have something not happen by itself")
            .Says("Unless whatever it counts from happens anew. An agent may call off the `nudge` of what is theirs, a supervisor `silence`, `holdLimit`, `closeWaiting`, `abandon` and `overflow` too. Nobody calls off the others, without which somebody would wait where nobody looks.")
            .ReadsNothing()
            .RefusedFor(Reasons.NotYours, Reasons.TimerNotRunning, Reasons.NotCancellable),
        Post("SendMessage", "interactions/{id}/messages", Tags.Interactions, "Write to the customer")
            .Says("It is accepted once it is stored, and sent after that: the log tells how far it got. With `lastSeen` it is refused where somebody else wrote since, unless `force` is set. With `response` its text is that standard response as `ListResponses` shows it.")
            .TakesIfMatch()
            .TakesKey()
            .Reads(OrdersJson.Default.MessageDocument, """{"text":"How can I help?","lastSeen":12}""")
            .Gives(LogJson.Default.LogEntryView, Examples.Sent, status: 202, description: "Its line in the log.")
            .WithETag()
            .RefusedFor(
                Reasons.Closed, Reasons.Erased, Reasons.NotYours, Reasons.NotActive, Reasons.NotMessaging, Reasons.EmptyMessage, Reasons.TextTooLong, Reasons.TooManyMedia,
                Reasons.OptedOut, Reasons.CannotReceive, Reasons.NoSender, Reasons.TemplateNeeded, Reasons.QuietHours, Reasons.StaleView),
        Post("ResendMessage", "interactions/{id}/messages/{sequence}/resend", Tags.Interactions, "Send once more what did not arrive")
            .Says("Only what failed or was not sent, or of what nobody could find out whether it went out; its delivery says which with `mayBeResent`. Whoever asks for it knows that it may arrive twice, and it can be asked for once.")
            .TakesIfMatch()
            .TakesKey()
            .ReadsNothing()
            .Gives(LogJson.Default.LogEntryView, Examples.Sent, status: 202, description: "Its new line in the log.")
            .WithETag()
            .RefusedFor(
                Reasons.Closed, Reasons.Erased, Reasons.NotYours, Reasons.NotActive, Reasons.NotMessaging, Reasons.OptedOut, Reasons.NoSender, Reasons.TemplateNeeded, Reasons.QuietHours,
                Reasons.NotResendable, Reasons.NotFound),
        Post("CountMessage", "messages/count", Tags.Interactions, "How long a text is, and in how many segments it would be sent")
            .Says("For whoever is still writing. An SMS is written in GSM-7, or in UCS-2 where a character needs it, and cut into segments, each of which is paid for. With something attached it is an MMS, which has none, and neither have messages of WhatsApp. A text may be longer here than what is sent.")
            .Reads(CountingJson.Default.DraftDocument, """{"text":"How can I help?"}""")
            .Gives(CountingJson.Default.CountView, Examples.Count, description: "What it takes."),
    ];

    private static Operation[] Beginnings() =>
    [
        Get("ListInteractions", "interactions", Tags.Interactions, "Many interactions, by what they are")
            .Says($"What is open comes first, then what was closed, the last day first; without `from`, of the last {ListFilter.UsualDays} days, and never of more than {ListFilter.MostDays}. A part may hold fewer than `limit`: only where there is no `cursor` is it the last.")
            .Listed()
            .TakesQuery("queue", "In this queue.", Forms.Id, "support")
            .TakesQuery("state", "In this state.", Forms.NameOf<InteractionState>(), "workInProgress")
            .TakesQuery("handling", "This far.", Forms.NameOf<Handling>(), "active")
            .TakesQuery("assignedTo", "This agent's.", Forms.Id, "agent-1")
            .TakesQuery("user", "Of this user.", Forms.Id, "u-4711")
            .TakesQuery("from", "Opened then or later.", Forms.Moment, "2031-05-06T00:00:00Z")
            .TakesQuery("to", "Opened then or before.", Forms.Moment, "2031-05-07T00:00:00Z")
            .Gives(AgentsJson.Default.PageInteractionView, new([Examples.Interaction], null), description: "A part of them.")
            .RefusedFor(Reasons.NotFound),
        Begun(Post("CreateInteraction", "interactions", Tags.Interactions, "Write first, or note a call, a visit or a voicemail")
            .Says("`to` says whom the company writes to or calls, `from` who called it; who came in person needs neither. There is one open record for a customer on a line: where there is one that is yours, or waits in a queue of yours, it is answered (200) and yours. With `message` the first text goes out with it: both are accepted, or neither, and `lastSequence` is its line in the log.")
            .TakesIfMatch()
            .TakesKey()
            .Reads(OrdersJson.Default.StartDocument, """{"type":"phone","line":"main","from":"+12025550123","shortDescription":"Asks where the parcel is"}""")
            .Gives(AgentsJson.Default.InteractionView, Examples.Interaction, description: "The one that was open already.")
            .WithETag()
            .RefusedFor(
                Reasons.OptedOut, Reasons.CannotReceive, Reasons.NoSender, Reasons.TemplateNeeded, Reasons.QuietHours, Reasons.NoRoom, Reasons.NotAMember,
                Reasons.ActiveWithAnother, Reasons.NowhereToWrite, Reasons.NotFound, Reasons.NotActive, Reasons.NotMessaging,
                Reasons.EmptyMessage, Reasons.TextTooLong, Reasons.TooManyMedia)),
        Begun(Order("ReopenInteraction", "reopen", "Go on with the matter of a closed one, in a record of its own")
            .ReadsNothing()
            .RefusedFor(Reasons.NotClosed, Reasons.NoRoom, Reasons.NotAMember, Reasons.ActiveWithAnother)),
        Begun(Order("CloneInteraction", "clone", "Take up a closed one anew, on the company's own account")
            .ReadsNothing()
            .RefusedFor(Reasons.NotClosed, Reasons.NoRoom, Reasons.NotAMember, Reasons.ActiveWithAnother, Reasons.OptedOut, Reasons.NowhereToWrite)),
    ];

    private static Operation Begun(Operation operation) =>
        operation.Gives(AgentsJson.Default.InteractionView, Examples.Interaction, status: 201, description: "The new record.").WithLocation();
}
