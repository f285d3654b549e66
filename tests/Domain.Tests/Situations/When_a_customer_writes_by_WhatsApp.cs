using System.Collections.Immutable;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Policies;
using Interactions.Domain.Tests.Driver;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_customer_writes_by_WhatsApp
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly OutboundMessage Approved =
        new("", []) { Template = new("HX0123456789abcdef0123456789abcdef", ImmutableSortedDictionary<string, string>.Empty) };

    private readonly Story _story = InWhatsApp();

    [Fact]
    public void They_are_answered_freely_for_a_day()
    {
        var sent = _story.Waiting().Active().After(Day - TimeSpan.FromSeconds(1)).On(_story.Answer()).The<MessageSent>();

        Assert.Equal(new Sender(The.CompanyInWhatsApp), sent.From);
        Assert.Equal(The.Beginning + Day, sent.Until);
    }

    [Fact]
    public void After_that_it_takes_a_template_and_the_refusal_says_since_when()
    {
        var result = _story.Waiting().Active().After(Day).On(_story.Answer());

        Assert.Equal(Refusal.TemplateNeeded, result.Refusal);
        Assert.Equal(new Grounds(Since: _story.Now), ((Decision.Refused)result.Decision).Grounds);
        Assert.Null(_story.On(_story.Answer() with { Message = Approved }).The<MessageSent>().Until);
    }

    [Fact]
    public void Each_message_of_theirs_opens_it_anew()
    {
        _story.Waiting().Active().After(Day).Writes();

        Assert.Single(_story.After(Day - TimeSpan.FromSeconds(1)).On(_story.Answer()).Sent);
    }

    [Fact]
    public void It_stays_open_though_what_they_wrote_in_was_closed()
    {
        _story.Waiting().Active().Answered().InWrapUp().Closed().After(TimeSpan.FromHours(20)).Then(_story.Begin());

        Assert.Single(_story.On(_story.Answer()).Sent);
    }

    [Fact]
    public void Whoever_never_wrote_gets_a_template_first()
    {
        var begin = _story.Begin();

        var result = _story.On(begin with { Message = new("Hello", []) });
        Assert.Equal((Refusal.TemplateNeeded, new Grounds()), (result.Refusal, ((Decision.Refused)result.Decision).Grounds));
        Assert.Single(_story.On(begin with { Message = Approved }).Sent);
    }

    [Fact]
    public void On_another_line_they_wrote_nothing()
    {
        _story.Waiting().Then(_story.Begin(line: The.OtherLine));

        Assert.Equal(Refusal.TemplateNeeded, _story.On(_story.Answer()).Refusal);
    }

    [Fact]
    public void Texts_of_the_products_own_are_not_sent_then_and_the_log_says_so()
    {
        var story = InWhatsApp(queue => queue with { AbandonAfter = Day, AbandonedText = "Sorry" });

        var result = story.Waiting().TimersAfter(Day);

        Assert.Equal((DeliveryState.Canceled, NotSent.WindowClosed), (result.The<MessageSent>().Delivery.State, result.The<DeliveryFailed>().Why));
        Assert.Empty(result.Wakes.OfType<Wake.Send>());
    }

    [Fact]
    public void Texts_know_no_such_time()
    {
        var story = Given.AnActiveInteraction();

        Assert.Null(story.After(TimeSpan.FromDays(30)).On(story.Answer()).The<MessageSent>().Until);
    }

    private static Story InWhatsApp(Func<QueuePolicy, QueuePolicy>? queue = null)
    {
        var story = Given.Nothing(queue);
        (story.Customer, story.Company) = (The.CustomerInWhatsApp, The.CompanyInWhatsApp);
        return story;
    }
}
