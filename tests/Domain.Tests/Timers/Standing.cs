using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Timers;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Timers;

/// <summary>How things may stand while timers run.</summary>
internal enum Standing
{
    Waiting,
    Refused,
    Offered,
    Active,
    Prompted,
    Answered,
    AwaitingCustomer,
    AwaitingOthers,
    CallOnHold,
    WrappingUp,
    EndedUnanswered,
}

internal static class Standings
{
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan Time = TimeSpan.FromHours(1);
    public static readonly TimeSpan WarnBefore = 20 * Minute;

    private static readonly TimeSpan Never = TimeSpan.FromDays(300);
    private static readonly QueueId Elsewhere = QueueId.Parse("elsewhere");

    /// <summary>With every step a minute after the one before.</summary>
    public static Story Reach(Standing standing, TimerKind timer)
    {
        var story = new Story(Only(timer, Time));
        if (standing == Standing.CallOnHold)
            return story.Then(story.Begin(type: InteractionType.Phone, direction: Direction.Inbound)).After(Minute).OnHold(null);

        story.Waiting().After(Minute);
        if (standing == Standing.Waiting)
            return story.After(-Minute);
        if (standing is Standing.Refused or Standing.Offered)
            return standing == Standing.Offered ? story.Offered() : story.Offered().After(Minute).Then(new DeclineOffer(story.Id, The.Agent));

        story.Active();
        if (standing == Standing.Prompted)
            return Prompted(story, timer);
        if (standing is Standing.Answered or Standing.AwaitingCustomer or Standing.WrappingUp)
            story.After(Minute).Answered();
        return standing switch
        {
            Standing.AwaitingCustomer => story.After(Minute).OnHold(),
            Standing.AwaitingOthers => story.After(Minute).OnHold(StateReason.WaitingInternal),
            Standing.WrappingUp or Standing.EndedUnanswered => story.After(Minute).InWrapUp(),
            _ => story,
        };
    }

    /// <summary>One timer, and no other that would move anything.</summary>
    public static Policy Only(TimerKind timer, TimeSpan time, TimeSpan? silence = null)
    {
        var policy = Configured.With();
        var queues = policy.Queues.Values.Append(new QueuePolicy { Id = Elsewhere }).Select(queue => queue with
        {
            OfferFor = timer == TimerKind.Offer ? time : Never,
            NewRoundAfter = timer == TimerKind.NewRound ? time : Never,
            FirstResponseTarget = timer is TimerKind.FirstResponse or TimerKind.FirstResponseWarning ? time : null,
            FirstResponseWarn = timer == TimerKind.FirstResponseWarning ? WarnBefore : TimeSpan.Zero,
            OverflowAfter = timer == TimerKind.Overflow ? time : null,
            OverflowTo = timer == TimerKind.Overflow && queue.Id != Elsewhere ? Elsewhere : null,
            AbandonAfter = timer == TimerKind.Abandon ? time : null,
            SilenceAfter = silence ?? (timer == TimerKind.Silence ? time : null),
            NudgeAfter = timer == TimerKind.Nudge ? time : null,
            NudgeText = timer == TimerKind.Nudge ? "Are you there?" : null,
            CloseWaitingAfter = timer == TimerKind.CloseWaiting ? time : null,
            HoldLimit = timer == TimerKind.HoldLimit ? time : null,
            WrapUpFor = timer == TimerKind.WrapUp ? time : Never,
            RequeueUnresolved = true,
        });
        return Configured.Of(queues, policy.Lines.Values);
    }

    private static Story Prompted(Story story, TimerKind timer)
    {
        story.Policy = Only(timer, Time, silence: Minute);
        Assert.Contains(nameof(AgentPrompted), story.TimersAfter(Minute).Facts);
        story.Policy = Only(timer, Time);
        return story;
    }
}
