using Interactions.Domain.Interactions;
using Interactions.Domain.Tests.Driver;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_wake_comes
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void One_that_is_under_way_and_in_time_is_enough()
    {
        var story = Given.AWaitingInteraction();
        Assert.Equal(story.Now + (4 * Minute), story.Interaction.WakeAt);

        var result = story.After(Minute).On(new Claim(story.Id, The.Agent));

        Assert.Empty(result.Wakes);
        Assert.Equal(The.Beginning + (4 * Minute), story.Interaction.WakeAt);
    }

    [Fact]
    public void One_that_would_come_too_late_gets_another_before_it()
    {
        var story = Given.AWaitingInteraction();

        var result = story.On(new MakeOffer(story.Id, The.Support, The.Agent));

        Assert.Equal(story.Now.AddSeconds(30), result.Wake<Wake.Timeout>().Due);
        Assert.Equal(story.Now.AddSeconds(30), story.Interaction.WakeAt);
    }

    [Fact]
    public void One_for_what_was_put_off_is_armed_anew()
    {
        var story = Given.AnActiveInteraction().Answered();
        story.After(3 * Minute).Writes();

        var result = story.TimersAfter(Minute);

        Assert.Empty(result.Facts);
        Assert.Equal(The.Beginning + (18 * Minute), result.Wake<Wake.Timeout>().Due);
        Assert.Equal(The.Beginning + (18 * Minute), story.Interaction.WakeAt);
        Assert.True(story.FiresTimers().IsNothing);
    }

    [Fact]
    public void One_for_what_does_not_apply_any_more_arms_none()
    {
        var story = Given.AnActiveInteraction().Answered();

        var result = story.TimersAfter(5 * Minute);

        Assert.Empty(result.Wakes);
        Assert.Null(story.Interaction.WakeAt);
    }

    [Fact]
    public void One_that_should_have_come_and_did_not_is_armed_anew_by_whatever_happens_next()
    {
        var story = Given.AWaitingInteraction().After(6 * Minute);

        Assert.Equal(The.Beginning + (4 * Minute), story.Writes().Wake<Wake.Timeout>().Due);
    }

    [Fact]
    public void One_before_its_time_does_nothing() => Assert.True(Given.AWaitingInteraction().TimersAfter(Minute).IsNothing);

    [Fact]
    public void One_before_its_time_finds_what_is_configured_by_then()
    {
        var story = Given.AWaitingInteraction(queue => queue with { FirstResponseTarget = null });
        Assert.Equal(The.Beginning.AddHours(24), story.Interaction.WakeAt);
        story.Policy = Configured.With(queue => queue with { OverflowTo = The.Billing, OverflowAfter = 3 * Minute });

        var result = story.TimersAfter(Minute);

        Assert.Empty(result.Facts);
        Assert.Equal(The.Beginning + (3 * Minute), result.Wake<Wake.Timeout>().Due);
        Assert.Equal((The.Beginning + (3 * Minute), The.Beginning + (3 * Minute)), (story.Interaction.WakeAt, story.Interaction.CheckBy));
        Assert.True(story.FiresTimers().IsNothing);
        Assert.Equal([nameof(Overflowed)], story.TimersAfter(2 * Minute).Facts);
    }

    [Fact]
    public void One_where_none_was_needed_finds_what_is_configured_by_then()
    {
        var story = Given.AWaitingInteraction(queue => queue with { FirstResponseTarget = null, AbandonAfter = null });
        Assert.Null(story.Interaction.WakeAt);
        story.Policy = Configured.With(queue => queue with { AbandonAfter = 3 * Minute });

        Assert.Equal(The.Beginning + (3 * Minute), story.TimersAfter(Minute).Wake<Wake.Timeout>().Due);
        Assert.True(story.FiresTimers().IsNothing);
    }

    [Fact]
    public void One_for_what_is_closed_does_nothing() => Assert.True(Given.AClosedInteraction().TimersAfter(TimeSpan.FromDays(2)).IsNothing);

    [Fact]
    public void A_very_late_one_does_everything_that_is_due_in_its_order()
    {
        var story = Given.AnOfferedInteraction(queue => queue with { OverflowTo = The.Billing, OverflowAfter = Minute, AbandonAfter = null });

        var result = story.TimersAfter(TimeSpan.FromHours(1));

        Assert.Equal([nameof(OfferTimedOut), nameof(Overflowed), nameof(SlaBreached)], result.Facts);
    }

    [Fact]
    public void Queues_that_overflow_into_each_other_at_once_are_left_after_a_few_steps()
    {
        var story = Given.AWaitingInteraction();
        story.Policy = Configured.Of(
            story.Policy.Queues.Values.Select(queue => queue with
            {
                OverflowAfter = TimeSpan.Zero,
                OverflowTo = queue.Id == The.Support ? The.Billing : The.Support,
            }),
            story.Policy.Lines.Values);

        Assert.Equal(8, story.FiresTimers().Facts.Count());
        Assert.Equal(InteractionState.ClosedAbandoned, story.After(TimeSpan.FromHours(24)).FiresUntilClosed().State);
    }

    [Fact]
    public void The_index_is_looked_at_by_the_next_timer_or_within_six_hours()
    {
        var story = Given.AWaitingInteraction();
        Assert.Equal(story.Now + (4 * Minute), story.Interaction.CheckBy);

        var result = story.TimersAfter(6 * Minute);

        Assert.Equal([nameof(IndexTouch.Active)], result.Touched);
        Assert.Equal(story.Now.AddHours(6), story.Interaction.CheckBy);
        Assert.True(story.TimersAfter(359 * Minute).IsNothing);
    }

    [Fact]
    public void What_rests_with_an_agent_is_indexed_so_that_the_next_message_need_not_be()
    {
        var story = Given.Nothing();
        story.Then(story.Begin());

        Assert.Equal(story.Now + (15 * Minute), story.Interaction.CheckBy);
        Assert.DoesNotContain(nameof(IndexTouch.Active), story.After(2 * Minute).Writes().Touched);
        Assert.True(story.Interaction.CheckBy <= story.Timers.First().Due);
    }
}
