using System.Collections.Immutable;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_profile_gets_its_user
{
    private static readonly Actor Admin = new(ActorKind.Admin, AgentId.Parse("admin-1"));

    private static readonly Traits Gold = Traits("de", "gold");
    private static readonly Traits Silver = Traits("de", "silver");

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
    public void What_is_known_of_the_user_comes_with_it()
    {
        var story = Given.AWaitingInteraction();
        var order = new MatchUsers(The.Customer, [The.User], Gold);

        var result = story.On(order);

        Assert.Equal([nameof(UserLinked)], result.Facts);
        Assert.Equal(Gold, story.Conversation.Profile!.Traits);
        Assert.True(story.On(new MatchUsers(The.Customer, [The.User], Traits("de", "gold"))).IsNothing);
    }

    [Fact]
    public void What_is_known_better_is_stored_and_is_no_event_in_anybodys_log()
    {
        var story = Given.AWaitingInteraction().Then(new MatchUsers(The.Customer, [The.User], Gold));
        var version = story.Conversation.Version;

        var result = story.On(new MatchUsers(The.Customer, [The.User], Silver));

        Assert.Equal((Silver, version + 1), (story.Conversation.Profile!.Traits, story.Conversation.Version));
        Assert.Empty(result.Entries);
        Assert.Empty(result.Wakes);
        Assert.Empty(result.Touches);
        Assert.Equal(The.User, story.Conversation.Profile.User);
        Assert.True(story.On(new MatchUsers(The.Customer, [The.User], Silver)).IsNothing);
    }

    [Fact]
    public void Of_nobody_nothing_is_known()
    {
        var story = Given.Nothing().Then(new MatchUsers(The.Customer, [The.User], Gold));

        story.Then(new MatchUsers(The.Customer, []));
        Assert.Equal(Domain.Interactions.Traits.None, story.Conversation.Profile!.Traits);
        Assert.True(story.On(new MatchUsers(The.Customer, [])).IsNothing);

        story.Then(Links.To(Admin, The.User, Gold)).Then(Links.To(Admin, null));
        Assert.Equal(Domain.Interactions.Traits.None, story.Conversation.Profile!.Traits);
    }

    [Fact]
    public void Linked_by_hand_what_is_known_comes_along_and_stays_where_nothing_is_said()
    {
        var story = Given.AWaitingInteraction();

        story.Then(Links.To(Admin, The.User, Gold));
        Assert.Equal(Gold, story.Conversation.Profile!.Traits);
        Assert.True(story.On(Links.To(Admin, The.User, Traits("de", "gold"))).IsNothing);
        Assert.True(story.On(Links.To(Admin, The.User)).IsNothing);

        Assert.Empty(story.On(Links.To(Admin, The.User, Silver)).Facts);
        Assert.Equal(Silver, story.Conversation.Profile!.Traits);

        Assert.Equal([nameof(UserLinked)], story.On(Links.To(Admin, The.OtherUser)).Facts);
        Assert.Equal(Domain.Interactions.Traits.None, story.Conversation.Profile!.Traits);
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

        var result = story.On(Links.To(Admin, The.OtherUser));

        Assert.Equal((Admin, new UserLinked(The.OtherUser, ByHand: true)), (result.Entries[0].By, result.The<UserLinked>()));
        Assert.True(story.On(Links.To(Admin, The.OtherUser)).IsNothing);
        Assert.True(story.On(new MatchUsers(The.Customer, [The.User])).IsNothing);

        story.Then(Links.To(Admin, null));
        Assert.True(story.On(new MatchUsers(The.Customer, [The.User])).IsNothing);
        Assert.Null(story.Conversation.Profile!.User);
    }

    [Fact]
    public void Confirming_a_match_by_hand_makes_it_stay()
    {
        var story = Given.Nothing().Then(new MatchUsers(The.Customer, [The.User]));

        story.Then(Links.To(Admin, The.User));

        Assert.True(story.On(new MatchUsers(The.Customer, [])).IsNothing);
    }

    [Fact]
    public void What_is_open_follows_the_profile_to_another_user()
    {
        var story = Given.Nothing().Then(new MatchUsers(The.Customer, [The.User])).Waiting();

        story.Then(Links.To(Admin, The.OtherUser));

        Assert.Equal((The.OtherUser, The.OtherUser), (story.Conversation.Profile!.User, story.Interaction.OpenedFor));
    }

    [Fact]
    public void What_was_closed_stays_as_it_was()
    {
        var story = Given.AClosedInteraction();

        story.Then(new MatchUsers(The.Customer, [The.User]));

        Assert.Null(story.Interaction.OpenedFor);
    }

    private static Traits Traits(string language, string tier) => new(language, ImmutableSortedDictionary<string, string>.Empty.Add("tier", tier));
}
