using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Policies;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_customer_writes_after_closing
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(2);

    [Fact]
    public void A_new_matter_begins_where_the_queue_does_not_reopen()
    {
        var story = Given.AClosedInteraction();

        story.Writes();

        Assert.Equal(2, story.Id.Ordinal);
        Assert.Null(story.Interaction.Parent);
        Assert.Equal(The.Agent, story.Interaction.LastAgent);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void Whoever_had_it_last_is_preferred_for_a_while(int minutes, bool isPreferred)
    {
        var story = Given.AClosedInteraction(queue => queue with { AffinityFor = TimeSpan.FromHours(1) });

        story.After(TimeSpan.FromMinutes(minutes)).Writes();

        Assert.Equal(isPreferred ? The.Agent : null, story.Interaction.Place!.Preferred);
        Assert.Null(story.Interaction.Parent);
    }

    [Fact]
    public void Nobody_is_preferred_where_the_queue_does_not_want_it_or_nobody_had_it()
    {
        var unwanted = Given.AClosedInteraction(queue => queue with { AffinityFor = null });
        unwanted.Writes();
        Assert.Null(unwanted.Interaction.Place!.Preferred);

        var abandoned = Given.AWaitingInteraction();
        abandoned.TimersAfter(TimeSpan.FromHours(24));
        abandoned.Writes();
        Assert.Null(abandoned.Interaction.Place!.Preferred);
    }

    [Fact]
    public void Whoever_is_preferred_is_neither_alone_nor_sure_to_be_asked()
    {
        var story = Given.AClosedInteraction();
        story.Writes();

        Assert.Null(story.On(new MakeOffer(story.Id, The.Support, The.Colleague)).Refusal);
        story.Then(new DeclineOffer(story.Id, The.Colleague));
        Assert.Equal(The.Agent, story.Interaction.Place!.Preferred);
    }

    [Fact]
    public void Whoever_is_preferred_stays_so_in_the_next_round_and_the_next_queue()
    {
        var story = Given.AClosedInteraction(queue => queue with { OverflowTo = The.Billing, OverflowAfter = TimeSpan.FromMinutes(2) });
        story.Waiting().Offered();
        story.Then(new DeclineOffer(story.Id, The.Agent));

        Assert.Equal([nameof(NewRoundStarted)], story.TimersAfter(TimeSpan.FromSeconds(20)).Facts);
        Assert.Equal(The.Agent, story.Interaction.Place!.Preferred);
        Assert.Equal([nameof(Overflowed)], story.TimersAfter(TimeSpan.FromMinutes(2)).Facts);
        Assert.Equal(The.Agent, story.Interaction.Place!.Preferred);
    }

    [Fact]
    public void Within_the_window_it_goes_on_in_a_new_record_offered_to_the_last_agent_first()
    {
        var story = Given.AClosedInteraction(queue => queue with { ReopenWithin = Window });
        var closed = story.Interaction;

        var result = story.After(Window).Writes();

        Assert.Equal((closed.Id, The.Agent), (story.Interaction.Parent, story.Interaction.Place!.Preferred));
        Assert.Equal((InteractionState.New, Handling.Queued), (story.Interaction.State, story.Interaction.Handling));
        Assert.Equal(closed.Id, result.The<InteractionOpened>().Parent);
        Assert.False(result.The<InteractionOpened>().Cloned);
        Assert.Equal([closed], story.ClosedOnes);
    }

    [Fact]
    public void A_moment_after_the_window_it_is_a_new_matter()
    {
        var story = Given.AClosedInteraction(queue => queue with { ReopenWithin = Window });

        story.After(Window + TimeSpan.FromTicks(1)).Writes();

        Assert.Null(story.Interaction.Parent);
    }

    [Fact]
    public void It_goes_on_in_the_queue_where_it_ended()
    {
        var story = Given.AnActiveInteraction();
        story.Policy = Configured.Of(
            story.Policy.Queues.Values.Select(queue => queue with { ReopenWithin = Window }), story.Policy.Lines.Values);
        story.Then(new TransferToQueue(Actor.Of(The.Agent), story.Id, The.Billing)).Active(The.Stranger).InWrapUp().Closed();

        story.Writes();

        Assert.Equal((The.Billing, The.Stranger), (story.Interaction.Queue, story.Interaction.Place!.Preferred));
    }

    [Fact]
    public void It_does_not_go_on_in_a_queue_that_is_gone()
    {
        var story = Given.AClosedInteraction(queue => queue with { ReopenWithin = Window });
        story.Policy = Configured.Of(
            [new QueuePolicy { Id = The.Billing, Members = [The.Agent] }], story.Policy.Lines.Values.Select(line => line with { Queue = The.Billing }));

        story.Writes();

        Assert.Equal((The.Billing, null), (story.Interaction.Queue, story.Interaction.Parent));
    }

    [Fact]
    public void What_was_closed_on_another_line_is_another_matter()
    {
        var story = Given.AClosedInteraction(queue => queue with { ReopenWithin = Window });

        story.Writes(line: The.OtherLine);

        Assert.Null(story.Interaction.Parent);
        Assert.Null(story.Interaction.LastAgent);
    }
}
