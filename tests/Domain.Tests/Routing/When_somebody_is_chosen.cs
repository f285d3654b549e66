using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Routing;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Routing;

public sealed class When_somebody_is_chosen
{
    private static readonly Policy Policy = Configured.With() with
    {
        Agents = Configured.Agents(
            new AgentPolicy { Id = The.Agent, Skills = ["locks", "keys"], Capacity = new Slots(Messaging: 2, Phone: 1) },
            new AgentPolicy { Id = The.Colleague, Skills = ["keys"] }),
    };

    private static readonly Desk Ready = Desk.Of(The.Agent).Is(Presence.Ready, The.Beginning);

    [Fact]
    public void Whoever_is_there_and_serves_the_queue_fits() => Assert.True(Fits(Waiter(), Ready));

    [Theory]
    [InlineData(Presence.NotReady)]
    [InlineData(Presence.Offline)]
    public void Whoever_is_not_there_does_not(Presence presence) => Assert.False(Fits(Waiter(), Ready.Is(presence, The.Beginning)));

    [Fact]
    public void Whoever_has_room_for_that_type_does_whatever_else_they_have()
    {
        var texting = Ready.Takes(InteractionType.Messaging, The.Beginning).Takes(InteractionType.Messaging, The.Beginning);

        Assert.True(Fits(Waiter(), Ready.Takes(InteractionType.Messaging, The.Beginning)));
        Assert.False(Fits(Waiter(), texting));
        Assert.True(Fits(Waiter(InteractionType.Phone), texting));
        Assert.False(Fits(Waiter(InteractionType.Chat), Ready));
    }

    [Fact]
    public void What_an_agent_says_they_can_have_counts_instead_of_what_is_configured()
    {
        Assert.False(Fits(Waiter(), Ready.Can(Slots.None)));
        Assert.True(Fits(Waiter(InteractionType.Chat), Ready.Can(new Slots(Chat: 1))));
        Assert.False(Fits(Waiter(InteractionType.Chat), Ready.Can(new Slots(Chat: 1)).Can(null)));
    }

    [Fact]
    public void Whoever_had_their_chance_does_not()
    {
        Assert.False(Fits(Waiter() with { Excluded = [The.Colleague, The.Agent] }, Ready));
        Assert.True(Fits(Waiter() with { Excluded = [The.Colleague] }, Ready));
    }

    [Fact]
    public void Nobody_fits_who_is_no_member()
    {
        var stranger = Desk.Of(The.Stranger).Is(Presence.Ready, The.Beginning);

        Assert.False(Fits(Waiter(), stranger));
        Assert.True(Fits(Waiter(The.Billing), stranger));
        Assert.False(Fits(Waiter(QueueId.Parse("gone")), Ready));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(true, "keys")]
    [InlineData(true, "keys", "locks")]
    [InlineData(false, "keys", "locks", "doors")]
    [InlineData(false, "Keys")]
    public void All_skills_are_needed(bool fits, params string[] skills) =>
        Assert.Equal(fits, Fits(Waiter() with { Skills = [.. skills] }, Ready));

    [Fact]
    public void Of_an_agent_who_is_not_configured_no_skill_is_known()
    {
        var stranger = Desk.Of(The.Stranger).Is(Presence.Ready, The.Beginning);

        Assert.False(Fits(Waiter(The.Billing) with { Skills = ["keys"] }, stranger));
    }

    [Fact]
    public void A_round_is_over_when_everybody_who_could_be_asked_was()
    {
        Assert.False(Choice.IsExhausted(Waiter(), Policy));
        Assert.False(Choice.IsExhausted(Waiter() with { Excluded = [The.Agent] }, Policy));
        Assert.True(Choice.IsExhausted(Waiter() with { Excluded = [The.Agent, The.Colleague] }, Policy));
        Assert.True(Choice.IsExhausted(Waiter() with { Excluded = [The.Agent], Skills = ["locks"] }, Policy));
        Assert.False(Choice.IsExhausted(Waiter() with { Excluded = [The.Stranger], Skills = ["locks"] }, Policy));
        Assert.True(Choice.IsExhausted(Waiter(QueueId.Parse("gone")) with { Excluded = [The.Agent] }, Policy));
    }

    [Fact]
    public void A_round_in_which_nobody_was_asked_is_never_over_so_that_nothing_goes_in_circles()
    {
        Assert.False(Choice.IsExhausted(Waiter() with { Skills = ["doors"] }, Policy));
        Assert.False(Choice.IsExhausted(Waiter(QueueId.Parse("gone")), Policy));
    }

    [Fact]
    public void The_highest_priority_is_next_and_then_who_waits_longest()
    {
        var places = new[] { Place(0, 5), Place(1, 30), Place(0, 1), Place(1, 20), Place(-1, 0) };

        Array.Sort(places, Choice.Compare);

        Assert.Equal([(1, 20), (1, 30), (0, 1), (0, 5), (-1, 0)], places.Select(place => (place.Priority, (place.Since - The.Beginning).Seconds)));
        Assert.Equal(0, Choice.Compare(places[0], places[0]));
    }

    [Fact]
    public void Who_waits_is_known_by_what_decides_who_is_asked()
    {
        var story = Given.SomethingForTheAgentAlone().Offered();
        story.Then(new DeclineOffer(story.Id, The.Agent));
        var place = new WaitingPlace(The.Support, 0, The.Beginning, story.Id, 3);

        var waiter = Domain.Routing.Waiter.Of(place, story.Interaction);

        Assert.Equal((place, story.Id, InteractionType.Messaging), (waiter.Place, waiter.Id, waiter.Type));
        Assert.Equal(["locks"], waiter.Skills.AsEnumerable());
        Assert.Equal([The.Agent], waiter.Excluded);
        Assert.Null(waiter.Preferred);
    }

    private static bool Fits(Waiter waiter, Desk desk) => Choice.Fits(waiter, desk, Policy);

    private static WaitingPlace Place(int priority, int seconds) =>
        new(The.Support, priority, The.Beginning.AddSeconds(seconds), new InteractionId(The.Profile, 1), 1);

    private static Waiter Waiter(QueueId? queue = null) => new(Place(0, 0) with { Queue = queue ?? The.Support }, [], [], Preferred: null);

    private static Waiter Waiter(InteractionType type) => new(Place(0, 0) with { Type = type }, [], [], Preferred: null);
}
