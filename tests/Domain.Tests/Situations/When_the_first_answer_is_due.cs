using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_the_first_answer_is_due
{
    private static readonly TimeSpan Target = TimeSpan.FromMinutes(5);

    [Fact]
    public void The_target_begins_with_the_customers_first_message()
    {
        var story = Given.AWaitingInteraction();

        Assert.Equal(new Sla(Target, story.Now + Target) { WarnAt = story.Now + (Target * 0.8) }, story.Interaction.Sla);
    }

    [Fact]
    public void Missing_it_is_noted_once()
    {
        var story = Given.AWaitingInteraction();

        var result = story.TimersAfter(Target);

        Assert.Equal(new SlaBreached(story.Now), result.The<SlaBreached>());
        Assert.Equal((true, false), (story.Interaction.Sla!.Breached, story.Interaction.Sla.Answered));
        Assert.Equal(Handling.Queued, story.Interaction.Handling);
        Assert.Empty(story.TimersAfter(Target).Facts);
    }

    [Fact]
    public void An_agent_who_only_accepted_has_not_answered_yet()
    {
        var story = Given.AnActiveInteraction();

        Assert.Equal([nameof(SlaBreached)], story.TimersAfter(Target).Facts);

        story.Answered();
        Assert.Equal((true, true), (story.Interaction.Sla!.Breached, story.Interaction.Sla.Answered));
    }

    [Fact]
    public void An_answer_in_time_keeps_it()
    {
        var story = Given.AnActiveInteraction().Answered();

        Assert.Empty(story.TimersAfter(Target).Facts);
        Assert.False(story.Interaction.Sla!.Breached);
    }

    [Fact]
    public void Only_open_hours_count()
    {
        var hours = new Domain.Policies.BusinessHours(TimeZoneInfo.Utc, [new(DayOfWeek.Tuesday, new TimeOnly(8, 0), new TimeOnly(17, 0))], []);
        var story = Given.AWaitingInteraction(line: line => line with { Hours = hours });

        Assert.Equal(new DateTimeOffset(2026, 3, 3, 8, 5, 0, TimeSpan.Zero), story.Interaction.Sla!.Due);
    }

    [Fact]
    public void There_is_none_where_the_queue_has_no_target() =>
        Assert.Null(Given.AWaitingInteraction(queue => queue with { FirstResponseTarget = null }).Interaction.Sla);
}
