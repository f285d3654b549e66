using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Timers;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_the_first_answer_is_nearly_due
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly Actor Agent = Actor.Of(The.Agent);

    [Fact]
    public void Who_has_it_is_warned_once_and_sees_it_on_their_desk()
    {
        var story = Given.AnActiveInteraction();

        var result = story.TimersAfter(4 * Minute);

        Assert.Equal(new SlaWarned(The.Beginning + (5 * Minute)), result.The<SlaWarned>());
        Assert.True(Assert.Single(result.Touches.OfType<IndexTouch.Inbox>()).Interaction.Sla!.IsPressing);
        Assert.Empty(story.TimersAfter(Minute / 2).Facts);
        Assert.Equal([nameof(SlaBreached)], story.TimersAfter(Minute / 2).Facts);
    }

    [Fact]
    public void Whoever_answered_in_time_is_not_warned()
    {
        var story = Given.AnActiveInteraction().Answered();

        Assert.Empty(story.TimersAfter(4 * Minute).Facts);
        Assert.False(story.Interaction.Sla!.IsPressing);
    }

    [Fact]
    public void The_answer_takes_it_off_the_desk()
    {
        var story = Given.AnActiveInteraction();
        story.Then(new MarkRead(Agent, story.Id)).TimersAfter(4 * Minute);

        var result = story.On(story.Answer());

        Assert.False(Assert.Single(result.Touches.OfType<IndexTouch.Inbox>()).Interaction.Sla!.IsPressing);
    }

    [Fact]
    public void So_late_that_it_is_missed_nobody_is_warned()
    {
        var story = Given.AnActiveInteraction();

        Assert.Equal([nameof(SlaBreached)], story.TimersAfter(6 * Minute).Facts);
        Assert.Equal((false, true), (story.Interaction.Sla!.Warned, story.Interaction.Sla.Breached));
    }

    [Theory]
    [InlineData(90, 90)]
    [InlineData(30, 270 - 60)]
    [InlineData(600, 0)]
    public void It_comes_as_long_before_as_the_queue_says(int warn, int expected)
    {
        var before = TimeSpan.FromSeconds(warn);
        var story = Given.AWaitingInteraction(queue => queue with { FirstResponseTarget = TimeSpan.FromSeconds(warn == 90 ? 180 : 240), FirstResponseWarn = before });

        Assert.Equal(The.Beginning.AddSeconds(expected), Assert.Single(story.Timers, timer => timer.Kind == TimerKind.FirstResponseWarning).Due);
    }

    [Fact]
    public void A_queue_may_want_none()
    {
        var story = Given.AWaitingInteraction(queue => queue with { FirstResponseWarn = TimeSpan.Zero });

        Assert.Null(story.Interaction.Sla!.WarnAt);
        Assert.Empty(story.TimersAfter(4.9 * Minute).Facts);
    }

    [Fact]
    public void It_comes_while_somebody_is_there()
    {
        // Opens at eight; the target's last minute begins with the doors shut the evening before.
        var hours = new BusinessHours(TimeZoneInfo.Utc, [new(DayOfWeek.Monday, new(8, 0), new(9, 4)), new(DayOfWeek.Tuesday, new(8, 0), new(17, 0))], []);
        var story = Given.AWaitingInteraction(line: line => line with { Hours = hours });

        Assert.Equal((The.Beginning + (4 * Minute), new DateTimeOffset(2026, 3, 3, 8, 1, 0, TimeSpan.Zero)), (story.Interaction.Sla!.WarnAt, story.Interaction.Sla.Due));
    }

    [Fact]
    public void In_wrap_up_the_clock_stands_still_and_a_customer_who_goes_on_finds_it_as_it_was()
    {
        var story = Given.AnActiveInteraction().InWrapUp();
        story.Policy = Configured.With(queue => queue with { WrapUpFor = 10 * Minute });

        Assert.Empty(story.TimersAfter(6 * Minute).Facts);
        Assert.DoesNotContain(story.Timers, timer => timer.Kind is TimerKind.FirstResponse or TimerKind.FirstResponseWarning);

        story.Writes();
        Assert.Equal([nameof(SlaBreached)], story.FiresTimers().Facts);
    }

    [Fact]
    public void Closed_without_an_answer_it_is_neither_missed_nor_kept()
    {
        var story = Given.AnActiveInteraction().InWrapUp().Closed();

        Assert.True(story.TimersAfter(TimeSpan.FromDays(1)).IsNothing);
        Assert.Equal((false, false), (story.Interaction.Sla!.Answered, story.Interaction.Sla.Breached));
    }

    [Fact]
    public void A_call_is_answered_by_taking_it()
    {
        var story = Given.AWaitingInteraction();
        story.Then(story.Begin(type: InteractionType.Phone));

        Assert.True(story.Interaction.Sla!.Answered);
        Assert.Empty(story.TimersAfter(10 * Minute).Facts);
    }

    [Fact]
    public void Going_to_another_queue_or_agent_gives_nobody_more_time()
    {
        var story = Given.AnActiveInteraction().After(Minute);
        story.Policy = story.Policy with
        {
            Queues = story.Policy.Queues.SetItem(The.Billing, story.Policy.Queues[The.Billing] with { FirstResponseTarget = TimeSpan.FromHours(1) }),
        };

        story.Then(new TransferToQueue(Agent, story.Id, The.Billing));
        Assert.Equal(The.Beginning + (5 * Minute), story.Interaction.Sla!.Due);

        story.Then(new Claim(story.Id, The.Stranger));
        Assert.Equal([nameof(SlaWarned)], story.TimersAfter(3 * Minute).Facts);
    }

    [Fact]
    public void What_is_queued_again_after_an_answer_has_no_target_any_more()
    {
        var story = Given.AnAnsweredInteraction(queue => queue with { RequeueUnresolved = true });
        story.Then(new End(Agent, story.Id, Outcome.Unresolved));

        Assert.DoesNotContain(story.Timers, timer => timer.Kind is TimerKind.FirstResponse or TimerKind.FirstResponseWarning);
    }

    [Fact]
    public void A_customer_who_goes_on_after_closing_is_promised_it_again()
    {
        var story = Given.AClosedInteraction(queue => queue with { ReopenWithin = TimeSpan.FromHours(1) }).After(20 * Minute);

        story.Writes();

        Assert.Equal((story.Now + (5 * Minute), false), (story.Interaction.Sla!.Due, story.Interaction.Sla.Answered));
    }

    [Fact]
    public void What_an_agent_takes_up_again_is_promised_to_nobody()
    {
        var story = Given.AClosedInteraction();

        story.Then(new ReopenInteraction(Agent, story.Id) { Number = new(77) });

        Assert.Null(story.Interaction.Sla);
    }

    [Fact]
    public void Who_is_given_more_time_is_warned_again_with_as_much_left()
    {
        var story = Given.AnActiveInteraction();
        story.TimersAfter(4 * Minute);

        story.Then(new ExtendTimer(The.Supervisor, story.Id, TimerKind.FirstResponse, The.Beginning + (20 * Minute)));

        Assert.Equal((The.Beginning + (19 * Minute), false), (story.Interaction.Sla!.WarnAt, story.Interaction.Sla.IsPressing));
        Assert.Equal([nameof(AgentPrompted)], story.TimersAfter(14 * Minute).Facts);
        Assert.Equal([nameof(SlaWarned)], story.TimersAfter(Minute).Facts);
    }
}
