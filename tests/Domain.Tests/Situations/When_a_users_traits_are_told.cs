using System.Collections.Immutable;
using Interactions.Domain.Interactions;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_users_traits_are_told
{
    private static readonly Actor Admin = new(ActorKind.Admin, AgentId.Parse("admin-1"));
    private static readonly Traits Gold = Of("en", "gold");

    [Fact]
    public void The_profile_keeps_them_and_hearing_them_again_changes_nothing()
    {
        var story = Given.Nothing().Then(new MatchUsers(The.Customer, [The.User], Gold));

        Assert.Equal(Gold, story.Conversation.Profile!.Traits);
        Assert.True(story.On(new MatchUsers(The.Customer, [The.User], Of("en", "gold"))).IsNothing);
        Assert.True(story.On(new DescribeUser(The.User, Of("en", "gold"))).IsNothing);
    }

    [Fact]
    public void Others_take_their_place_without_a_line_in_the_log()
    {
        var story = Given.Nothing().Then(new MatchUsers(The.Customer, [The.User], Gold));

        Assert.Empty(story.On(new MatchUsers(The.Customer, [The.User], Of("en", "silver"))).Entries);
        Assert.Equal(Of("en", "silver"), story.Conversation.Profile!.Traits);
        Assert.Empty(story.On(new DescribeUser(The.User, Of("pt-BR", "silver"))).Entries);
        Assert.Equal("pt-BR", story.Conversation.Profile!.Traits.Language);
    }

    [Fact]
    public void They_go_with_the_user()
    {
        var story = Given.Nothing().Then(new MatchUsers(The.Customer, [The.User], Gold));

        story.Then(new MatchUsers(The.Customer, [The.User, The.OtherUser]));

        Assert.Equal(Traits.None, story.Conversation.Profile!.Traits);
    }

    [Fact]
    public void A_profile_that_was_linked_by_hand_hears_of_its_user_and_of_nobody_else()
    {
        var story = Given.AWaitingInteraction().Then(Links.To(Admin, The.User, Gold));
        Assert.Equal(Gold, story.Conversation.Profile!.Traits);

        Assert.True(story.On(new DescribeUser(The.OtherUser, Of("de", "silver"))).IsNothing);
        Assert.True(story.On(new MatchUsers(The.Customer, [The.OtherUser], Of("de", "silver"))).IsNothing);
        story.Then(new DescribeUser(The.User, Of("de", "gold")));

        Assert.Equal(Of("de", "gold"), story.Conversation.Profile!.Traits);
    }

    [Fact]
    public void Nobody_who_was_never_heard_of_is_described() =>
        Assert.True(Given.Nothing().On(new DescribeUser(The.User, Gold)).IsNothing);

    private static Traits Of(string language, string tier) =>
        new(language, ImmutableSortedDictionary<string, string>.Empty.Add("tier", tier));
}
