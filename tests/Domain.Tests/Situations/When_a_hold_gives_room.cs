using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_hold_gives_room
{
    private static readonly Actor Agent = Actor.Of(The.Agent);

    public static TheoryData<string> GoingOn => ["resumes", "replies", "is written to"];

    [Fact]
    public void The_agent_can_have_something_else_while_the_customer_is_awaited()
    {
        var story = Given.AnActiveInteraction(Freeing).Answered();
        var order = new Hold(Agent, story.Id, StateReason.WaitingOnCustomer);

        var result = story.On(order);

        Assert.False(story.Interaction.TakesUpRoom());
        Assert.Equal([nameof(IndexTouch.Active), nameof(IndexTouch.Inbox), nameof(IndexTouch.Counts)], result.Touched);
        Assert.Contains(new IndexTouch.Counts(The.Agent, story.Id, 4, Does: false), result.Touches);
        Assert.Equal(new Wake.Serve(The.Agent, story.Id, 4), result.Wake<Wake.Serve>());
        Assert.Equal(The.Agent, story.Interaction.Holder);
        Assert.True(story.On(order).IsNothing);
    }

    [Theory]
    [MemberData(nameof(GoingOn))]
    public void It_takes_room_again_when_it_goes_on_with_or_without_any_left(string how)
    {
        var story = Given.AnInteractionOnHold(StateReason.WaitingOnCustomer, Freeing);

        var result = story.On(how switch
        {
            "resumes" => new Resume(Agent, story.Id),
            "replies" => story.Answer(),
            _ => story.Message(),
        });

        Assert.True(story.Interaction.TakesUpRoom());
        Assert.Contains(new IndexTouch.Counts(The.Agent, story.Id, 4, Does: true), result.Touches);
        Assert.DoesNotContain(nameof(IndexTouch.Reserves), result.Touched);
        Assert.Empty(result.Wakes.OfType<Wake.Serve>());
    }

    [Fact]
    public void A_customer_who_says_STOP_takes_none()
    {
        var story = Given.AnInteractionOnHold(StateReason.WaitingOnCustomer, Freeing);

        Assert.DoesNotContain(nameof(IndexTouch.Counts), story.Writes("STOP").Touched);
        Assert.False(story.Interaction.TakesUpRoom());
    }

    [Fact]
    public void A_nudge_takes_none()
    {
        var story = Given.AnInteractionOnHold(StateReason.WaitingOnCustomer, queue => Freeing(queue) with { NudgeText = "Are you there?" });

        Assert.DoesNotContain(nameof(IndexTouch.Counts), story.TimersAfter(TimeSpan.FromHours(4)).Touched);
        Assert.False(story.Interaction.TakesUpRoom());
    }

    [Fact]
    public void Ending_it_takes_the_room_to_wrap_up()
    {
        var story = Given.AnInteractionOnHold(StateReason.WaitingOnCustomer, Freeing);

        Assert.Contains(new IndexTouch.Counts(The.Agent, story.Id, 4, Does: true), story.On(new End(Agent, story.Id, Outcome.Resolved)).Touches);
    }

    [Fact]
    public void Waiting_for_something_else_gives_none_and_changing_the_reason_takes_it_back()
    {
        var story = Given.AnInteractionOnHold(StateReason.WaitingInternal, Freeing);
        Assert.True(story.Interaction.TakesUpRoom());

        Assert.Contains(new IndexTouch.Counts(The.Agent, story.Id, 4, Does: false), story.On(new Hold(Agent, story.Id, StateReason.WaitingOnCustomer)).Touches);
        Assert.Contains(new IndexTouch.Counts(The.Agent, story.Id, 5, Does: true), story.On(new Hold(Agent, story.Id, StateReason.WaitingInternal)).Touches);
    }

    [Fact]
    public void Where_the_queue_does_not_say_so_a_hold_keeps_its_room()
    {
        var story = Given.AnActiveInteraction().Answered();

        var result = story.On(new Hold(Agent, story.Id, StateReason.WaitingOnCustomer));

        Assert.Equal([nameof(IndexTouch.Active), nameof(IndexTouch.Inbox)], result.Touched);
        Assert.Empty(result.Wakes.OfType<Wake.Serve>());
        Assert.True(story.Interaction.TakesUpRoom());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_queue_that_changes_its_mind_meanwhile_does_not_confuse_the_count(bool frees)
    {
        var story = Given.AnInteractionOnHold(StateReason.WaitingOnCustomer, queue => queue with { HoldsFreeCapacity = frees });
        story.Policy = Configured.With(queue => queue with { HoldsFreeCapacity = !frees });

        var counted = story.On(new Resume(Agent, story.Id)).Touches.OfType<IndexTouch.Counts>();

        Assert.Equal(frees ? [new IndexTouch.Counts(The.Agent, story.Id, 4, Does: true)] : [], counted);
    }

    [Fact]
    public void Closing_it_frees_what_was_free_already()
    {
        var story = Given.AnInteractionOnHold(StateReason.WaitingOnCustomer, Freeing);

        var result = story.TimersAfter(TimeSpan.FromHours(24));

        Assert.Equal(
            [nameof(IndexTouch.History), nameof(IndexTouch.NoLongerActive), nameof(IndexTouch.Frees)], result.Touched);
        Assert.Equal(new Wake.Serve(The.Agent, story.Id, 4), result.Wake<Wake.Serve>());
    }

    private static QueuePolicy Freeing(QueuePolicy queue) => queue with { HoldsFreeCapacity = true };
}
