using System.Collections.Immutable;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_an_agent_begins
{
    private readonly Story _story = Given.Nothing();

    [Fact]
    public void It_is_theirs_and_active()
    {
        var result = _story.On(_story.Begin());

        var interaction = _story.Interaction;
        Assert.Equal((InteractionState.WorkInProgress, Handling.Active, Direction.Outbound), (interaction.State, interaction.Handling, interaction.Direction));
        Assert.Equal((The.Agent, _story.Now, The.Agent), (interaction.AssignedTo, interaction.AssignedAt, interaction.LastAgent));
        Assert.Equal([nameof(InteractionOpened)], result.Facts);
        Assert.Equal(Actor.Of(The.Agent), result.Entries[0].By);
        Assert.Empty(result.Wakes);
        Assert.Equal([nameof(IndexTouch.Numbered), nameof(IndexTouch.Active), nameof(IndexTouch.Reserves)], result.Touched);
        Assert.Contains(new IndexTouch.Reserves(The.Agent, interaction, 1, MustBeReady: false), result.Touches);
    }

    [Fact]
    public void Nobody_has_waited_for_what_the_company_began()
    {
        _story.Then(_story.Begin()).After(TimeSpan.FromMinutes(2)).Answered();

        Assert.Null(_story.Interaction.WaitTime);
        Assert.Null(_story.Interaction.Sla);
    }

    [Theory]
    [InlineData(InteractionType.Phone, Channel.Phone)]
    [InlineData(InteractionType.WalkUp, Channel.WalkUp)]
    [InlineData(InteractionType.Voicemail, Channel.Voicemail)]
    public void A_call_or_a_visit_is_answered_by_being_taken(InteractionType type, Channel channel)
    {
        _story.Then(_story.Begin(type: type, direction: Direction.Inbound) with { ShortDescription = "Lost a key" });

        Assert.Equal((type, channel, TimeSpan.Zero), (_story.Interaction.Type, _story.Interaction.Channel, _story.Interaction.WaitTime));
        Assert.Equal("Lost a key", _story.Interaction.ShortDescription);
    }

    [Fact]
    public void Twice_is_once()
    {
        _story.Then(_story.Begin());

        Assert.True(_story.On(_story.Begin()).IsNothing);
    }

    [Fact]
    public void What_waits_already_becomes_theirs()
    {
        _story.Waiting();

        var result = _story.On(_story.Begin());

        Assert.Equal([nameof(Claimed)], result.Facts);
        Assert.Equal((1, The.Agent), (_story.Id.Ordinal, _story.Interaction.AssignedTo));
    }

    [Fact]
    public void What_is_offered_to_them_becomes_theirs()
    {
        _story.Waiting().Offered();

        Assert.Equal([nameof(Claimed)], _story.On(_story.Begin()).Facts);
    }

    [Fact]
    public void What_is_offered_to_another_stays_with_that_one()
    {
        _story.Waiting().Offered(The.Colleague);

        Assert.Equal(Refusal.ActiveWithAnother, _story.On(_story.Begin()).Refusal);
    }

    [Fact]
    public void A_supervisor_goes_where_they_are_needed()
    {
        _story.Waiting();

        Assert.Equal([nameof(Claimed)], _story.On(_story.Begin() with { By = The.Supervisor }).Facts);
    }

    [Fact]
    public void What_is_offered_to_them_they_may_take_though_they_left_the_queue_since()
    {
        _story.Waiting().Offered();
        _story.Policy = Configured.With(queue => queue with { Members = [The.Colleague] });

        Assert.Equal([nameof(Claimed)], _story.On(_story.Begin()).Facts);
    }

    [Fact]
    public void Whoever_came_in_person_is_the_user_that_is_named()
    {
        var result = _story.On(_story.Begin(type: InteractionType.WalkUp, direction: Direction.Inbound) with
        {
            User = The.User,
            Traits = new Traits("pt", ImmutableSortedDictionary<string, string>.Empty),
            Tags = ["counter"],
        });

        var profile = _story.Conversation.Profile!;
        Assert.Equal((The.User, true, "pt"), (profile.User, profile.LinkedByHand, profile.Traits.Language));
        Assert.Equal((The.User, "pt"), (_story.Interaction.OpenedFor, _story.Interaction.Language));
        Assert.Equal(["counter"], _story.Interaction.Tags.AsEnumerable());
        Assert.Equal([nameof(UserLinked), nameof(InteractionOpened)], result.Facts);
        Assert.Contains(nameof(IndexTouch.UserOf), result.Touched);
        Assert.Equal(2, _story.Interaction.FirstSequence);
    }

    [Fact]
    public void A_call_may_be_made_to_somebody_who_wants_no_texts()
    {
        _story.OptedOut();

        Assert.Equal(Refusal.OptedOut, _story.On(_story.Begin()).Refusal);
        Assert.Null(_story.On(_story.Begin(type: InteractionType.Phone)).Refusal);
    }

    [Fact]
    public void A_customer_who_writes_back_reaches_them()
    {
        _story.Then(_story.Begin()).Answered();

        _story.Writes("Thank you");

        Assert.Equal((1, 1), (_story.Id.Ordinal, _story.Interaction.Unread));
    }
}
