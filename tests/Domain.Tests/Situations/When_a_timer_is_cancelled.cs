using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Timers;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_timer_is_cancelled
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly Actor Agent = Actor.Of(The.Agent);

    [Fact]
    public void It_does_not_come_and_the_others_do()
    {
        var story = AwaitingTheCustomer();

        var result = story.On(new CancelTimer(Agent, story.Id, TimerKind.Nudge));

        Assert.Equal(new TimerCancelled(TimerKind.Nudge), result.The<TimerCancelled>());
        Assert.Empty(story.TimersAfter(TimeSpan.FromHours(23)).Sent);
        Assert.Equal([nameof(Closed)], story.TimersAfter(TimeSpan.FromHours(1)).Facts);
    }

    [Fact]
    public void Saying_it_twice_says_it_once()
    {
        var story = AwaitingTheCustomer();
        story.Then(new CancelTimer(Agent, story.Id, TimerKind.Nudge));

        Assert.True(story.On(new CancelTimer(The.Supervisor, story.Id, TimerKind.Nudge)).IsNothing);
    }

    [Fact]
    public void What_starts_it_anew_starts_it_for_all()
    {
        var story = AwaitingTheCustomer();
        story.Then(new CancelTimer(Agent, story.Id, TimerKind.Nudge));

        story.After(Minute).Writes();
        story.After(Minute).Answered().OnHold();

        Assert.Single(story.TimersAfter(TimeSpan.FromHours(4)).Sent);
    }

    [Fact]
    public void It_cannot_be_extended_any_more()
    {
        var story = AwaitingTheCustomer();
        story.Then(new CancelTimer(Agent, story.Id, TimerKind.Nudge));

        Assert.Equal(Refusal.TimerNotRunning, story.On(new ExtendTimer(Agent, story.Id, TimerKind.Nudge, story.Now.AddHours(5))).Refusal);
    }

    [Fact]
    public void That_it_closes_is_for_supervisors_to_decide()
    {
        var story = AwaitingTheCustomer();

        Assert.Equal(Refusal.NotCancellable, story.On(new CancelTimer(Agent, story.Id, TimerKind.CloseWaiting)).Refusal);
        story.Then(new CancelTimer(The.Supervisor, story.Id, TimerKind.CloseWaiting));

        story.TimersAfter(TimeSpan.FromDays(30));
        Assert.Equal(InteractionState.OnHold, story.Interaction.State);
        Assert.Empty(story.Timers);
    }

    [Theory]
    [InlineData(TimerKind.Offer)]
    [InlineData(TimerKind.NewRound)]
    [InlineData(TimerKind.FirstResponse)]
    [InlineData(TimerKind.WrapUp)]
    public void Nobody_calls_off_what_keeps_it_moving(TimerKind timer)
    {
        var story = timer == TimerKind.WrapUp ? Given.AnInteractionInWrapUp() : Given.AnOfferedInteraction();
        if (timer == TimerKind.NewRound)
            story.Then(new DeclineOffer(story.Id, The.Agent));

        Assert.Equal(Refusal.NotCancellable, story.On(new CancelTimer(The.Supervisor, story.Id, timer)).Refusal);
    }

    [Fact]
    public void Out_of_a_queue_that_is_gone_it_overflows_nevertheless()
    {
        var story = Given.AWaitingInteraction();
        story.Policy = story.Policy with
        {
            Queues = story.Policy.Queues.Remove(The.Support),
            Lines = story.Policy.Lines.SetItem(The.Line, story.Policy.Lines[The.Line] with { Queue = The.Billing }),
        };

        Assert.Equal(Refusal.NotCancellable, story.On(new CancelTimer(The.Supervisor, story.Id, TimerKind.Overflow)).Refusal);
        Assert.Contains(nameof(Overflowed), story.FiresTimers().Facts);
    }

    [Fact]
    public void A_customer_who_is_not_to_be_given_up_waits_until_somebody_comes()
    {
        var story = Given.AWaitingInteraction();
        story.Then(new CancelTimer(The.Supervisor, story.Id, TimerKind.Abandon));

        story.TimersAfter(TimeSpan.FromDays(3));

        Assert.Equal(Handling.Queued, story.Interaction.Handling);
    }

    [Fact]
    public void The_agent_who_was_not_to_be_prompted_keeps_it()
    {
        var story = Given.AnActiveInteraction();
        story.Then(new CancelTimer(The.Supervisor, story.Id, TimerKind.Silence));

        story.TimersAfter(TimeSpan.FromHours(8));

        Assert.Equal((The.Agent, Handling.Active), (story.Interaction.AssignedTo, story.Interaction.Handling));
    }

    private static Story AwaitingTheCustomer() => Given.AnAnsweredInteraction(WithNudge).OnHold();

    private static QueuePolicy WithNudge(QueuePolicy queue) => queue with { NudgeText = "Are you there?" };
}
