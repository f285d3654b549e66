using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_profile_gets_its_user
{
    private static readonly Actor Admin = new(ActorKind.Admin, AgentId.Parse("admin-1"));

    [Fact]
    public void One_match_links_it_and_what_is_open()
    {
        var story = Given.AWaitingInteraction();

        var result = story.On(new MatchUsers(The.Customer, [The.User]));

        Assert.Equal((The.User, false), (story.Conversation.Profile!.User, story.Conversation.Profile.LinkedByHand));
        Assert.Equal(The.User, story.Interaction.OpenedFor);
        Assert.Equal(new UserLinked(The.User, ByHand: false), result.The<UserLinked>());
        Assert.Equal([nameof(IndexTouch.Active), nameof(IndexTouch.UserOf)], result.Touched);
        Assert.True(story.On(new MatchUsers(The.Customer, [The.User])).IsNothing);
        Assert.DoesNotContain(nameof(IndexTouch.UserOf), story.Writes().Touched);
    }

    [Fact]
    public void It_may_come_before_the_first_message()
    {
        var story = Given.Nothing().Then(new MatchUsers(The.Customer, [The.User]));

        Assert.Equal(The.Customer, story.Conversation.Profile!.Address);
        Assert.Equal(The.User, story.Waiting().Interaction.OpenedFor);
    }

    [Fact]
    public void None_or_more_than_one_links_nobody()
    {
        var story = Given.AWaitingInteraction();

        Assert.True(story.On(new MatchUsers(The.Customer, [])).IsNothing);
        Assert.True(story.On(new MatchUsers(The.Customer, [The.User, The.OtherUser])).IsNothing);
    }

    [Fact]
    public void An_address_that_became_shared_belongs_to_nobody()
    {
        var story = Given.Nothing().Then(new MatchUsers(The.Customer, [The.User]));

        story.Then(new MatchUsers(The.Customer, [The.User, The.OtherUser]));

        Assert.Null(story.Conversation.Profile!.User);
    }

    [Fact]
    public void What_somebody_decided_no_matching_changes()
    {
        var story = Given.AWaitingInteraction();

        var result = story.On(new LinkUser(Admin, The.OtherUser));

        Assert.Equal((Admin, new UserLinked(The.OtherUser, ByHand: true)), (result.Entries[0].By, result.The<UserLinked>()));
        Assert.True(story.On(new LinkUser(Admin, The.OtherUser)).IsNothing);
        Assert.True(story.On(new MatchUsers(The.Customer, [The.User])).IsNothing);

        story.Then(new LinkUser(Admin, null));
        Assert.True(story.On(new MatchUsers(The.Customer, [The.User])).IsNothing);
        Assert.Null(story.Conversation.Profile!.User);
    }

    [Fact]
    public void Confirming_a_match_by_hand_makes_it_stay()
    {
        var story = Given.Nothing().Then(new MatchUsers(The.Customer, [The.User]));

        story.Then(new LinkUser(Admin, The.User));

        Assert.True(story.On(new MatchUsers(The.Customer, [])).IsNothing);
    }

    [Fact]
    public void What_is_open_follows_the_profile_to_another_user()
    {
        var story = Given.Nothing().Then(new MatchUsers(The.Customer, [The.User])).Waiting();

        story.Then(new LinkUser(Admin, The.OtherUser));

        Assert.Equal((The.OtherUser, The.OtherUser), (story.Conversation.Profile!.User, story.Interaction.OpenedFor));
    }

    [Fact]
    public void What_was_closed_stays_as_it_was()
    {
        var story = Given.AClosedInteraction();

        story.Then(new MatchUsers(The.Customer, [The.User]));

        Assert.Null(story.Interaction.OpenedFor);
    }
}
