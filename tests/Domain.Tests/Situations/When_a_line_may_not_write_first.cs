using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_line_may_not_write_first
{
    private static readonly DateTimeOffset NextMorning = The.Beginning.AddHours(23);

    // Nine in the evening.
    private readonly Story _story = Given.Nothing(line: line => line with { WriteFirst = Configured.Daytime }).After(TimeSpan.FromHours(12));

    [Fact]
    public void What_the_company_begins_has_to_wait_and_the_refusal_says_until_when()
    {
        _story.Then(_story.Begin());

        var result = _story.On(_story.Answer(force: true));

        Assert.Equal(Refusal.QuietHours, result.Refusal);
        Assert.Equal(new Grounds(Until: NextMorning), ((Decision.Refused)result.Decision).Grounds);
    }

    [Fact]
    public void Nothing_is_opened_for_what_may_not_be_written()
    {
        Assert.Equal(Refusal.QuietHours, _story.On(_story.Begin() with { Message = new("We have news", []) }).Refusal);
        Assert.Empty(_story.Conversation.Active);
    }

    [Fact]
    public void Whoever_wrote_is_answered()
    {
        var sent = _story.Waiting().Active().On(_story.Answer()).The<MessageSent>();

        Assert.False(sent.Unasked);
    }

    [Fact]
    public void Whoever_answered_is_answered_too()
    {
        _story.Then(_story.Begin()).Writes();

        Assert.Single(_story.On(_story.Answer()).Sent);
    }

    [Fact]
    public void What_they_asked_may_be_gone_on_with_after_closing()
    {
        _story.Waiting().Active().Answered().InWrapUp().Closed();
        _story.Then(new ReopenInteraction(Actor.Of(The.Agent), _story.Id) { Number = new(99) });

        Assert.Single(_story.On(_story.Answer()).Sent);
    }

    [Fact]
    public void It_may_in_the_morning()
    {
        _story.Then(_story.Begin()).After(NextMorning - _story.Now);

        Assert.True(_story.On(_story.Answer()).The<MessageSent>().Unasked);
    }

    [Fact]
    public void Never_is_no_time_that_could_be_told()
    {
        _story.Policy = Configured.With(line: line => line with { WriteFirst = Configured.Daytime with { Week = [] } });
        _story.Then(_story.Begin());

        Assert.Equal(new Grounds(), ((Decision.Refused)_story.On(_story.Answer()).Decision).Grounds);
    }
}
