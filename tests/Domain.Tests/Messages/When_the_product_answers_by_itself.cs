using Interactions.Domain.Consent;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Policies;
using Interactions.Domain.Tests.Driver;

namespace Interactions.Domain.Tests.Messages;

public sealed class When_the_product_answers_by_itself
{
    private static readonly BusinessHours Mornings = new(TimeZoneInfo.Utc, [new(DayOfWeek.Monday, new TimeOnly(8, 0), new TimeOnly(12, 0))], []);

    private readonly Story _story = Given.Nothing(line: line => line with
    {
        Greeting = "Welcome",
        HelpText = "Write us",
        OutOfHoursText = "We are closed",
        Hours = Mornings,
    });

    [Fact]
    public void It_greets_once_in_an_interaction()
    {
        var result = _story.Writes();

        Assert.Equal("Welcome", result.The<MessageSent>().Message.Text);
        Assert.Equal([AutomaticText.Greeting], result.AutomaticTexts);
        Assert.Empty(_story.Writes().Sent);
        Assert.Empty(_story.After(TimeSpan.FromMinutes(1)).Writes().Sent);
    }

    [Fact]
    public void The_text_is_the_answer_to_the_webhook_and_not_sent_again()
    {
        var message = _story.Message();

        var result = _story.On(message);

        var entry = result.Entries.Single(one => one.Fact is MessageSent);
        Assert.Equal(DeliveryState.Answered, ((MessageSent)entry.Fact).Delivery.State);
        Assert.Equal(Domain.Values.Actor.System, entry.By);
        Assert.Equal([entry.Sequence], result.Change.Receipt!.Answers.ToArray());
        Assert.DoesNotContain(result.Wakes, wake => wake is Wake.Send);
        Assert.Equal([entry.Sequence], Assert.IsType<Decision.Nothing>(_story.On(message).Decision).Answers.ToArray());
    }

    [Fact]
    public void The_next_interaction_is_greeted_again()
    {
        _story.Waiting().Active().InWrapUp().Closed();

        Assert.Equal([AutomaticText.Greeting], _story.Writes().AutomaticTexts);
    }

    [Fact]
    public void Whoever_is_written_to_first_is_not_greeted_when_answering()
    {
        _story.Then(_story.Begin());

        Assert.Empty(_story.Writes().Sent);
    }

    [Fact]
    public void Out_of_hours_it_says_so_once_and_does_not_greet()
    {
        _story.After(TimeSpan.FromHours(4));

        Assert.Equal([AutomaticText.OutOfHours], _story.Writes().AutomaticTexts);
        Assert.Empty(_story.After(TimeSpan.FromHours(1)).Writes().Sent);
    }

    [Fact]
    public void It_says_so_too_to_whoever_still_waits_at_closing_time()
    {
        _story.Waiting();

        Assert.Equal([AutomaticText.OutOfHours], _story.After(TimeSpan.FromHours(4)).Writes().AutomaticTexts);
    }

    [Fact]
    public void It_helps_once()
    {
        Assert.Equal([AutomaticText.Greeting, AutomaticText.Help], _story.Writes("help").AutomaticTexts);
        Assert.Empty(_story.Writes("INFO").Sent);
    }

    [Theory]
    [InlineData("HELP", ConsentWord.Help)]
    [InlineData("START", ConsentWord.Start)]
    [InlineData("STOP", ConsentWord.Stop)]
    public void What_the_provider_answered_is_not_answered_again(string text, ConsentWord optOutType)
    {
        Assert.Empty(_story.Writes(text, optOutType: optOutType).Sent);
        Assert.Empty(_story.Waiting().Writes(text, optOutType: optOutType).Sent);
    }

    [Fact]
    public void Stop_is_never_answered()
    {
        Assert.Empty(_story.Writes("STOP").Sent);
        Assert.Empty(_story.After(TimeSpan.FromHours(5)).Waiting().Writes("quit").Sent);
    }

    [Fact]
    public void Where_no_text_is_written_nothing_is_said()
    {
        var story = Given.Nothing(line: line => line with { Greeting = "", HelpText = null, Hours = Mornings });

        Assert.Empty(story.Writes("HELP").Sent);
        Assert.Empty(story.After(TimeSpan.FromHours(5)).Writes().Sent);
    }
}
