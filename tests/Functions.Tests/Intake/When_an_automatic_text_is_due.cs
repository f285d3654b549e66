using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Webhooks;

namespace Interactions.Functions.Tests.Intake;

public sealed class When_an_automatic_text_is_due(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;
    private readonly Customer _customer = new();

    [Theory]
    [InlineData(Lines.Talkative, Lines.Greeting, AutomaticText.Greeting)]
    [InlineData(Lines.AlwaysClosed, Lines.OutOfHours, AutomaticText.OutOfHours)]
    public async Task It_answers_the_first_message_and_no_other_of_an_interaction(string line, string text, AutomaticText kind)
    {
        var answer = Assert.Single(await TextedAsync("hello", line));
        Assert.Empty(await TextedAsync("are you there?", line));
        Assert.Empty(await TextedAsync("hello?", line));

        var entry = Assert.Single(await _customer.LogAsync(_app), entry => entry.Fact is MessageSent);
        var sent = Assert.IsType<MessageSent>(entry.Fact);
        Assert.Equal((text, kind, DeliveryState.Answered), (sent.Message.Text, sent.Automatic, sent.Delivery.State));
        Assert.Equal((await _customer.ConversationAsync(_app)).Active.Single().Id, entry.Interaction);
        var callback = $"{TwilioPayload.PublicBaseUrl}/api/twilio/status?profile={_customer.Profile}&sequence={entry.Sequence}";
        Assert.Equal(new Texted(text, callback), answer);
    }

    [Fact]
    public async Task Help_is_given_once_however_often_it_is_asked_for()
    {
        await TextedAsync("hello", Lines.Talkative);

        Assert.Equal(Lines.Help, Assert.Single(await TextedAsync(" help ", Lines.Talkative)).Text);
        Assert.Empty(await TextedAsync("HELP", Lines.Talkative));
        Assert.Empty(await TextedAsync("info", Lines.Talkative));
    }

    [Fact]
    public async Task Two_kinds_may_answer_one_message_each_with_an_address_of_its_own()
    {
        var answer = await TextedAsync("help", Lines.Talkative);

        Assert.Equal([Lines.Greeting, Lines.Help], answer.Select(message => message.Text));
        Assert.Equal(2, answer.Select(message => message.StatusCallback).Distinct().Count());
    }

    [Fact]
    public async Task HELP_that_the_provider_answered_is_not_answered_again()
    {
        await TextedAsync("hello", Lines.Talkative);

        var answer = await Answer.To(_app, _customer.Message("help", to: Lines.Talkative).With("OptOutType", "HELP"));

        Assert.Empty(Texted.In(answer));
    }

    [Theory]
    [InlineData(Lines.Talkative)]
    [InlineData(Lines.AlwaysClosed)]
    public async Task Nothing_is_sent_to_who_said_STOP(string line)
    {
        Assert.Empty(await TextedAsync("STOP", line));
        Assert.Empty(await TextedAsync("hello", line));
        Assert.Empty(await TextedAsync("help", line));

        Assert.DoesNotContain(await _customer.LogAsync(_app), entry => entry.Fact is MessageSent);
    }

    [Fact]
    public async Task Nothing_is_sent_where_no_text_is_configured()
    {
        Assert.Empty(await TextedAsync("hello", Lines.Main));
        Assert.Empty(await TextedAsync("help", Lines.Main));
    }

    [Fact]
    public async Task A_message_that_goes_on_with_a_closed_matter_is_not_greeted_again()
    {
        var first = await Situation.ClosedAsync(_app, _customer, Lines.Talkative);

        var again = await TextedAsync("one more thing", Lines.Talkative);

        Assert.Empty(again);
        Assert.Equal(first, Assert.Single((await _customer.ConversationAsync(_app)).Active).Parent);
        Assert.Single(await _customer.LogAsync(_app), entry => entry.Fact is MessageSent { Automatic: AutomaticText.Greeting });
    }

    [Fact]
    public async Task It_arrives_as_it_was_configured_whatever_is_in_it()
    {
        const string Number = "+15550100178";
        const string Text = "<Redirect>&amp;</Redirect> \"5\" > '4' & 👨‍👩‍👧 مرحبا\r\nsecond line";
        await shared.HasLineAsync("escaped", $$"""{"queue":"support","addresses":["{{Number}}"],"greeting":{{System.Text.Json.JsonSerializer.Serialize(Text)}}}""");

        Assert.Equal(Text, Assert.Single(await TextedAsync("hello", Number)).Text);
    }

    private async Task<IReadOnlyList<Texted>> TextedAsync(string text, string line)
    {
        var answer = await _customer.TextsAsync(_app, text, to: line);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
        return Texted.In(answer);
    }
}
