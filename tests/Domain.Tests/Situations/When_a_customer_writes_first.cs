using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_customer_writes_first
{
    private readonly Story _story = Given.Nothing();

    [Fact]
    public void Somebody_whose_text_comes_to_light_late_has_waited_since_it_came()
    {
        var story = Given.Nothing().After(TimeSpan.FromHours(1));
        var came = story.Now - TimeSpan.FromMinutes(20);

        var result = story.On(story.Message() with { CameAt = came });

        Assert.Equal((came, came + story.Interaction.Sla!.Target), (story.Interaction.OpenedAt, story.Interaction.Sla.Due));
        Assert.Equal(came, result.The<MessageReceived>().CameAt);
        Assert.Equal((came, story.Now), (story.Interaction.Place!.Since, story.Interaction.Place.Entered));
        Assert.Contains(result.Touches, touch => touch is IndexTouch.Waiting { Place: var place } && place.Since == came);
    }

    [Fact]
    public void It_is_not_too_late_for_them_at_once()
    {
        var story = Given.Nothing(queue => queue with
        {
            FirstResponseTarget = null,
            AbandonAfter = TimeSpan.FromHours(2),
            OverflowAfter = TimeSpan.FromMinutes(10),
            OverflowTo = The.Billing,
        }).After(TimeSpan.FromHours(5));
        story.Policy = story.Policy with { Queues = story.Policy.Queues.SetItem(The.Billing, story.Policy.Queues[The.Billing] with { AbandonAfter = TimeSpan.FromHours(2) }) };
        var taken = story.Now;
        story.Then(story.Message() with { CameAt = taken - TimeSpan.FromHours(4) });

        Assert.True(story.TimersAfter(TimeSpan.FromMinutes(9)).IsNothing);
        Assert.Equal([nameof(Overflowed)], story.TimersAfter(TimeSpan.FromMinutes(1)).Facts);
        story.Then(new MakeOffer(story.Id, The.Billing, The.Stranger)).Then(new DeclineOffer(story.Id, The.Stranger));
        Assert.Equal(taken - TimeSpan.FromHours(4), story.Interaction.Place!.Since);

        story.TimersAfter(TimeSpan.FromMinutes(109));
        Assert.False(story.Interaction.IsClosed);
        story.TimersAfter(TimeSpan.FromMinutes(1));
        Assert.Equal((InteractionState.ClosedAbandoned, taken + TimeSpan.FromHours(2)), (story.Interaction.State, story.Interaction.ClosedAt));
    }

    [Fact]
    public void An_interaction_waits_in_the_lines_queue()
    {
        _story.Writes("Where is my parcel?");

        var interaction = _story.Interaction;
        Assert.Equal((InteractionState.New, Handling.Queued), (interaction.State, interaction.Handling));
        Assert.Equal((The.Line, The.Support, InteractionType.Messaging, Channel.Sms, Direction.Inbound),
            (interaction.Line, interaction.Queue, interaction.Type, interaction.Channel, interaction.Direction));
        Assert.Equal((1, _story.Now, _story.Now), (interaction.Unread, interaction.OpenedAt, interaction.UnansweredSince!.Value));
        Assert.Null(interaction.Parent);
        Assert.Null(interaction.AssignedTo);
    }

    [Fact]
    public void The_message_is_logged_complete_after_the_opening()
    {
        var message = _story.Message("Where is my parcel?", Channel.Mms);

        var result = _story.On(message);

        Assert.Equal([nameof(InteractionOpened), nameof(MessageReceived)], result.Facts);
        Assert.Equal(message.Message, result.The<MessageReceived>().Message);
        Assert.All(result.Entries, entry => Assert.Equal((Actor.Customer, _story.Id, The.Line), (entry.By, entry.Interaction, entry.Line)));
        Assert.Equal((1L, 2L), (_story.Interaction.FirstSequence, _story.Interaction.LastSequence));
    }

    [Fact]
    public void The_profile_is_made()
    {
        _story.Writes();

        Assert.Equal(new Profile(The.Customer, _story.Now), _story.Conversation.Profile);
    }

    [Fact]
    public void The_router_and_the_first_timer_are_told()
    {
        var result = _story.Writes();

        Assert.Equal([new Wake.Timeout(_story.Id, _story.Now.AddMinutes(4), 1), new Wake.Route(The.Support, _story.Id, 1)], result.Wakes);
    }

    [Fact]
    public void It_is_shown_as_active_waiting_and_numbered()
    {
        var message = _story.Message();

        var result = _story.On(message);

        Assert.Equal([nameof(IndexTouch.Numbered), nameof(IndexTouch.Active), nameof(IndexTouch.Waiting)], result.Touched);
        Assert.Contains(new IndexTouch.Numbered(message.Number, _story.Id), result.Touches);
        Assert.Contains(new IndexTouch.Waiting(new WaitingPlace(The.Support, 0, _story.Now, _story.Id, 1), _story.Interaction, 1), result.Touches);
    }

    [Fact]
    public void It_is_opened_for_the_profiles_user()
    {
        _story.Then(new MatchUsers(The.Customer, [The.User]));

        _story.Writes();

        Assert.Equal(The.User, _story.Interaction.OpenedFor);
    }

    [Fact]
    public void The_same_message_again_is_nothing()
    {
        var message = _story.Message();
        _story.Then(message);

        Assert.True(_story.On(message).IsNothing);
        Assert.True(_story.After(TimeSpan.FromDays(1)).On(message with { Number = new InteractionNumber(77) }).IsNothing);
    }

    [Fact]
    public void It_is_still_known_after_a_few_others_and_left_to_its_marker_after_many()
    {
        var message = _story.Message();
        _story.Then(message).Waiting().Waiting().Waiting();
        Assert.True(_story.On(message).IsNothing);

        for (var other = 0; other < 40; other++)
            _story.Writes();
        Assert.False(_story.On(message).IsNothing);
        Assert.InRange(_story.Conversation.Receipts.Length, 4, 20);
    }

    [Fact]
    public void Another_line_gets_an_interaction_of_its_own_in_its_own_queue()
    {
        _story.Waiting();

        _story.Writes(line: The.OtherLine);

        Assert.Equal([(1, The.Line, The.Support), (2, The.OtherLine, The.Billing)],
            _story.Conversation.Active.Select(one => (one.Id.Ordinal, one.Line, one.Queue)));
    }
}
