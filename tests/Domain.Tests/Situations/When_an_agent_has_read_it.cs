using Interactions.Domain.Interactions;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_an_agent_has_read_it
{
    private readonly Story _story = Given.AnActiveInteraction();

    [Fact]
    public void Nothing_is_unread_any_more_and_their_desk_shows_it()
    {
        _story.Writes("Hello?");
        var (entries, since) = (_story.Log.Count, _story.Interaction.UnansweredSince);

        var result = _story.On(Read());

        Assert.Equal((0, since), (_story.Interaction.Unread, _story.Interaction.UnansweredSince));
        Assert.Equal([nameof(IndexTouch.Inbox)], result.Touched);
        Assert.Equal(entries, _story.Log.Count);
        Assert.Empty(result.Wakes);
        Assert.True(_story.On(Read()).IsNothing);
    }

    [Fact]
    public void What_came_while_they_read_stays_unread()
    {
        var seen = _story.Interaction.LastHeard;
        _story.Writes("One more thing");

        Assert.True(_story.On(Read(seen)).IsNothing);
        Assert.Equal(2, _story.Interaction.Unread);
    }

    [Fact]
    public void What_colleagues_wrote_since_does_not_matter()
    {
        var seen = _story.Interaction.LastHeard;
        _story.Then(_story.Noting());

        _story.Then(Read(seen));

        Assert.Equal(0, _story.Interaction.Unread);
    }

    [Fact]
    public void Late_it_changes_nothing_and_gets_no_reproach()
    {
        var story = Given.AClosedInteraction();

        Assert.True(story.On(new MarkRead(Actor.Of(The.Agent), story.Id)).IsNothing);
    }

    private MarkRead Read(long? lastSeen = null) => new(Actor.Of(The.Agent), _story.Id, lastSeen);
}
