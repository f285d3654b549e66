using Interactions.Domain.Interactions;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Timers;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_timer_is_extended
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly Actor Agent = Actor.Of(The.Agent);

    [Fact]
    public void It_comes_at_its_new_time_and_not_before()
    {
        var story = Given.AnInteractionOnHold(StateReason.WaitingInternal);

        var result = story.On(new ExtendTimer(Agent, story.Id, TimerKind.HoldLimit, story.Now + (50 * Minute)));

        Assert.Equal(new TimerExtended(TimerKind.HoldLimit, story.Now + (50 * Minute)), result.The<TimerExtended>());
        Assert.DoesNotContain(nameof(HoldLimitReached), story.TimersAfter(50 * Minute - TimeSpan.FromTicks(1)).Facts);
        Assert.Equal([nameof(HoldLimitReached)], story.TimersAfter(TimeSpan.FromTicks(1)).Facts);
    }

    [Fact]
    public void The_wake_that_was_under_way_arms_the_next_one()
    {
        var story = Given.AnAnsweredInteraction().OnHold(StateReason.WaitingInternal);
        story.After(5 * Minute).FiresTimers();
        Assert.Equal(The.Beginning + (30 * Minute), story.Interaction.WakeAt);

        Assert.Empty(story.On(new ExtendTimer(Agent, story.Id, TimerKind.HoldLimit, The.Beginning + (50 * Minute))).Wakes);

        Assert.Equal(The.Beginning + (50 * Minute), story.TimersAfter(25 * Minute).Wake<Wake.Timeout>().Due);
    }

    [Fact]
    public void Saying_it_twice_extends_it_once()
    {
        var story = Given.AnInteractionOnHold(StateReason.WaitingInternal);
        var order = new ExtendTimer(Agent, story.Id, TimerKind.HoldLimit, story.Now + (50 * Minute));

        story.Then(order);

        Assert.True(story.On(order).IsNothing);
    }

    [Fact]
    public void What_starts_it_anew_starts_it_as_the_policy_has_it()
    {
        var story = Given.AnInteractionOnHold(StateReason.WaitingInternal);
        story.Then(new ExtendTimer(Agent, story.Id, TimerKind.HoldLimit, story.Now + (50 * Minute)));

        story.After(Minute).Then(new Resume(Agent, story.Id)).After(Minute).OnHold(StateReason.WaitingInternal);

        Assert.Empty(story.Interaction.TimerExceptions);
        Assert.Equal(story.Now + (30 * Minute), Assert.Single(story.Timers, timer => timer.Kind == TimerKind.HoldLimit).Due);
    }

    [Fact]
    public void A_policy_that_gives_it_longer_counts()
    {
        var story = Given.AnInteractionOnHold(StateReason.WaitingInternal);
        story.Then(new ExtendTimer(Agent, story.Id, TimerKind.HoldLimit, story.Now + (50 * Minute)));
        story.Policy = Configured.With(queue => queue with { HoldLimit = 90 * Minute });

        Assert.Equal(story.Now + (90 * Minute), Assert.Single(story.Timers, timer => timer.Kind == TimerKind.HoldLimit).Due);
    }

    [Fact]
    public void An_agent_takes_twice_the_time_and_no_more()
    {
        var story = Given.AnInteractionOnHold(StateReason.WaitingInternal);

        var refused = (Decision.Refused)story.On(new ExtendTimer(Agent, story.Id, TimerKind.HoldLimit, story.Now + (61 * Minute))).Decision;

        Assert.Equal((Refusal.TooFarAhead, story.Now + (60 * Minute)), (refused.Reason, refused.Grounds!.Until));
        story.Then(new ExtendTimer(Agent, story.Id, TimerKind.HoldLimit, story.Now + (60 * Minute)));
        story.After(40 * Minute);
        Assert.Equal(Refusal.TooFarAhead, story.On(new ExtendTimer(Agent, story.Id, TimerKind.HoldLimit, The.Beginning + (61 * Minute))).Refusal);
    }

    [Fact]
    public void A_supervisor_takes_more_but_not_for_ever()
    {
        var story = Given.AnInteractionOnHold(StateReason.WaitingInternal);

        story.Then(new ExtendTimer(The.Supervisor, story.Id, TimerKind.HoldLimit, story.Now.AddDays(90)));

        Assert.Equal(Refusal.TooFarAhead, story.On(new ExtendTimer(The.Supervisor, story.Id, TimerKind.HoldLimit, story.Now.AddDays(367))).Refusal);
    }

    [Fact]
    public void To_before_it_is_due_or_before_now_is_refused_with_when_that_is()
    {
        var story = Given.AnInteractionOnHold(StateReason.WaitingInternal);

        var refused = (Decision.Refused)story.On(new ExtendTimer(Agent, story.Id, TimerKind.HoldLimit, story.Now + (29 * Minute))).Decision;

        Assert.Equal((Refusal.NotLater, story.Now + (30 * Minute)), (refused.Reason, refused.Grounds!.Until));
        Assert.Equal(Refusal.NotLater, story.After(40 * Minute).On(new ExtendTimer(Agent, story.Id, TimerKind.HoldLimit, The.Beginning + (35 * Minute))).Refusal);
    }

    [Fact]
    public void What_is_overdue_and_did_not_happen_yet_has_time_again()
    {
        var story = Given.AnInteractionOnHold(StateReason.WaitingInternal).After(40 * Minute);

        story.Then(new ExtendTimer(Agent, story.Id, TimerKind.HoldLimit, story.Now + Minute));

        Assert.DoesNotContain(nameof(HoldLimitReached), story.FiresTimers().Facts);
    }

    [Theory]
    [InlineData(TimerKind.Abandon)]
    [InlineData(TimerKind.FirstResponse)]
    [InlineData(TimerKind.Overflow)]
    public void That_a_customer_waits_is_for_supervisors_to_decide(TimerKind timer)
    {
        var story = Given.AWaitingInteraction(queue => queue with { OverflowTo = The.Billing, OverflowAfter = 3 * Minute });
        var until = story.Now.AddHours(30);

        Assert.Equal(Refusal.NotYours, story.On(new ExtendTimer(Agent, story.Id, timer, until)).Refusal);
        Assert.IsType<Decision.Changed>(story.On(new ExtendTimer(The.Supervisor, story.Id, timer, until)).Decision);
    }

    [Fact]
    public void The_first_answer_of_what_is_theirs_is_not_an_agents_to_put_off()
    {
        var story = Given.AnActiveInteraction();

        Assert.Equal(Refusal.NotExtendable, story.On(new ExtendTimer(Agent, story.Id, TimerKind.FirstResponse, story.Now.AddHours(1))).Refusal);
    }

    [Fact]
    public void The_target_says_when_it_is_due_now()
    {
        var story = Given.AnActiveInteraction();

        story.Then(new ExtendTimer(The.Supervisor, story.Id, TimerKind.FirstResponse, story.Now.AddHours(1)));

        Assert.Equal(story.Now.AddHours(1), story.Interaction.Sla!.Due);
        Assert.DoesNotContain(nameof(SlaBreached), story.TimersAfter(14 * Minute).Facts);
    }

    [Theory]
    [InlineData(TimerKind.Offer)]
    [InlineData(TimerKind.NewRound)]
    public void Nobody_puts_off_who_is_asked_next(TimerKind timer)
    {
        var story = Given.AnOfferedInteraction();
        if (timer == TimerKind.NewRound)
            story.Then(new DeclineOffer(story.Id, The.Agent));

        Assert.Equal(Refusal.NotExtendable, story.On(new ExtendTimer(The.Supervisor, story.Id, timer, story.Now.AddHours(1))).Refusal);
    }

    [Fact]
    public void Only_what_runs_can_be_extended()
    {
        var story = Given.AnActiveInteraction();

        Assert.Equal(Refusal.TimerNotRunning, story.On(new ExtendTimer(Agent, story.Id, TimerKind.HoldLimit, story.Now.AddHours(1))).Refusal);
        Assert.Equal(Refusal.NotYours, story.On(new ExtendTimer(Actor.Of(The.Colleague), story.Id, TimerKind.Silence, story.Now.AddHours(1))).Refusal);
    }

    [Fact]
    public void The_time_in_a_queue_goes_on_through_an_offer_and_so_does_what_was_decided_of_it()
    {
        var story = Given.AWaitingInteraction(queue => queue with { OverflowTo = The.Billing, OverflowAfter = 3 * Minute });
        story.Then(new ExtendTimer(The.Supervisor, story.Id, TimerKind.Overflow, story.Now + (20 * Minute)));

        story.Offered().Then(new DeclineOffer(story.Id, The.Agent));

        Assert.Equal(The.Beginning + (20 * Minute), Assert.Single(story.Timers, timer => timer.Kind == TimerKind.Overflow).Due);
    }
}
