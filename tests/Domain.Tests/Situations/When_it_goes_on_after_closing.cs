using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_it_goes_on_after_closing
{
    private static readonly Actor Agent = Actor.Of(The.Colleague);

    private readonly Story _story = Given.AClosedInteraction();

    [Theory]
    [InlineData(true, Direction.Outbound)]
    [InlineData(false, Direction.Inbound)]
    public void A_clone_is_the_companys_own_matter_and_a_reopened_one_still_the_customers(bool clone, Direction expected)
    {
        var source = _story.Interaction;

        var result = _story.On(Order(clone, source));

        var interaction = _story.Interaction;
        Assert.Equal((2, source.Id, expected), (interaction.Id.Ordinal, interaction.Parent!.Value, interaction.Direction));
        Assert.Equal((InteractionState.WorkInProgress, Handling.Active, The.Colleague), (interaction.State, interaction.Handling, interaction.AssignedTo));
        Assert.Equal((source.Line, source.Queue, source.ShortDescription), (interaction.Line, interaction.Queue, interaction.ShortDescription));
        Assert.Equal((source.Id, clone), (result.The<InteractionOpened>().Parent!.Value, result.The<InteractionOpened>().Cloned));
        Assert.Equal([nameof(IndexTouch.Numbered), nameof(IndexTouch.Active), nameof(IndexTouch.Reserves)], result.Touched);
        Assert.Equal([source], _story.ClosedOnes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Twice_is_once(bool clone)
    {
        var source = _story.Interaction;
        _story.Then(Order(clone, source));

        Assert.True(_story.On(Order(clone, source)).IsNothing);
        Assert.Equal(2, _story.Id.Ordinal);
    }

    [Fact]
    public void A_company_does_not_begin_anew_with_somebody_who_opted_out()
    {
        var source = _story.Interaction;
        _story.Writes("STOP");

        Assert.Equal(Refusal.OptedOut, _story.On(Order(clone: true, source)).Refusal);
        Assert.Null(_story.On(Order(clone: false, source)).Refusal);
    }

    [Fact]
    public void What_the_new_one_begins_with_is_its_own()
    {
        _story.Then(Order(clone: false, _story.Interaction));

        var interaction = _story.Interaction;
        Assert.Equal((0, TimeSpan.Zero, _story.Now), (interaction.Unread, interaction.Duration, interaction.OpenedAt));
        Assert.Null(interaction.Outcome);
        Assert.Null(interaction.Disposition);
        Assert.Null(interaction.ClosedAt);
        Assert.Null(interaction.WaitTime);
        Assert.Null(interaction.LastReply);
    }

    [Fact]
    public void A_customer_who_wrote_meanwhile_is_taken_rather_than_doubled()
    {
        var source = _story.Interaction;
        _story.Waiting();

        Assert.Equal([nameof(Claimed)], _story.On(Order(clone: true, source)).Facts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_a_queue_that_is_gone_it_goes_on_where_the_lines_go(bool clone)
    {
        var source = _story.Interaction;
        _story.Policy = Configured.With(line: line => line with { Queue = The.Billing }) is var policy
            ? policy with { Queues = policy.Queues.Remove(The.Support) }
            : policy;

        _story.Then(Order(clone, source));

        Assert.Equal(The.Billing, _story.Interaction.Queue);
    }

    private static OpeningCommand Order(bool clone, Interaction source) =>
        (clone ? (OpeningCommand)new CloneInteraction(Agent, source.Id) : new ReopenInteraction(Agent, source.Id)) with { Number = new InteractionNumber(900) };
}
