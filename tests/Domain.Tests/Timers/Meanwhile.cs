using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Timers;

/// <summary>What can happen while a timer runs.</summary>
internal enum Meanwhile
{
    Writes,
    Stops,
    WritesToAnotherLine,
    Replies,
    IsReported,
    HoldsForCustomer,
    HoldsForOthers,
    Resumes,
    ToQueue,
    ToAgent,
    Outside,
    Offers,
    Accepts,
    Declines,
    Claims,
    Assigns,
    Forces,
    Ends,
    Requeues,
    Wraps,
    Notes,
    Reads,
    Patches,
    Calls,
    Looks,
    PolicyChanges,
}

internal static class Happenings
{
    private static readonly Actor Agent = Actor.Of(The.Agent);

    /// <summary>Null where somebody configures something, which is no order.</summary>
    public static Command? Of(Meanwhile what, Story story, InteractionId id) => what switch
    {
        Meanwhile.Writes => story.Message("And another thing"),
        Meanwhile.Stops => story.Message("STOP"),
        Meanwhile.WritesToAnotherLine => story.Message(line: The.OtherLine),
        Meanwhile.Replies => story.Answer(),
        Meanwhile.IsReported => new TellDelivery(
            story.Log.FindLast(entry => entry.Fact is MessageSent)?.Sequence ?? 1,
            new DeliveryReport(MessageSid.Parse("SM00000001"), DeliveryState.Delivered),
            Evidence.Callback),
        Meanwhile.HoldsForCustomer => new Hold(The.Supervisor, id, StateReason.WaitingOnCustomer),
        Meanwhile.HoldsForOthers => new Hold(The.Supervisor, id, StateReason.WaitingInternal),
        Meanwhile.Resumes => new Resume(The.Supervisor, id),
        Meanwhile.ToQueue => new TransferToQueue(The.Supervisor, id, The.Billing),
        Meanwhile.ToAgent => new TransferToAgent(The.Supervisor, id, The.Colleague),
        Meanwhile.Outside => new TransferOutside(The.Supervisor, id, The.Partner),
        Meanwhile.Offers => new MakeOffer(id, The.Support, The.Colleague),
        Meanwhile.Accepts => new AcceptOffer(id, The.Agent),
        Meanwhile.Declines => new DeclineOffer(id, The.Agent),
        Meanwhile.Claims => new Claim(id, The.Colleague),
        Meanwhile.Assigns => new Assign(The.Supervisor, id, The.Colleague, Forced: false),
        Meanwhile.Forces => new Assign(The.Supervisor, id, The.Colleague, Forced: true),
        Meanwhile.Ends => new End(The.Supervisor, id, Outcome.Resolved),
        Meanwhile.Requeues => new End(The.Supervisor, id, Outcome.Unresolved),
        Meanwhile.Wraps => new Wrap(The.Supervisor, id, "Answered", null),
        Meanwhile.Notes => story.Noting(),
        Meanwhile.Reads => new MarkRead(Agent, id),
        Meanwhile.Patches => new Amend(The.Supervisor, id, new Amendment { Priority = 5, ShortDescription = "Lost parcel" }),
        Meanwhile.Calls => new Amend(The.Supervisor, id, new Amendment { Type = InteractionType.Phone }),
        Meanwhile.Looks => new FireTimers(id),
        _ => null,
    };
}
