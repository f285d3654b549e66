using Interactions.Domain.Interactions;
using Interactions.Domain.Tests.Driver;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_no_text_arrives
{
    [Fact]
    public void A_reply_is_refused_with_what_the_provider_said()
    {
        var story = Given.AnActiveInteraction().NotReached(code: 30006);
        var since = story.Now;

        var result = story.After(TimeSpan.FromHours(1)).On(story.Answer());

        Assert.Equal(Refusal.CannotReceive, result.Refusal);
        Assert.Equal(new Grounds(Since: since, Code: 30006), ((Decision.Refused)result.Decision).Grounds);
    }

    [Fact]
    public void Who_insists_has_it_sent()
    {
        var story = Given.AnActiveInteraction().NotReached();

        Assert.Single(story.On(story.Answer(force: true)).Sent);
    }

    [Fact]
    public void Nobody_begins_to_write_there_unless_they_insist()
    {
        var story = Given.Nothing().NotReached();

        Assert.Equal(Refusal.CannotReceive, story.On(story.Begin()).Refusal);
        Assert.Null(story.On(story.Begin() with { Force = true }).Refusal);
    }

    [Fact]
    public void They_can_still_be_called()
    {
        var story = Given.Nothing().NotReached();

        Assert.Null(story.On(story.Begin(type: InteractionType.Phone)).Refusal);
    }

    [Fact]
    public void It_is_over_once_they_write()
    {
        var story = Given.AnActiveInteraction().NotReached();

        story.Writes();

        Assert.Null(story.Conversation.Profile!.Unreachable);
        Assert.Single(story.On(story.Answer()).Sent);
    }

    [Fact]
    public void It_is_not_over_for_what_came_before_and_was_found_late()
    {
        var story = Given.AnActiveInteraction().NotReached();

        story.Then(story.Message() with { CameAt = story.Now.AddMinutes(-5) });

        Assert.NotNull(story.Conversation.Profile!.Unreachable);
    }
}
