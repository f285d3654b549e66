using System.Net;
using Interactions.Domain.Consent;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Intake;

public sealed class When_a_customer_opts_out(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;
    private readonly Customer _customer = new();

    [Theory]
    [InlineData("STOP")]
    [InlineData(" stop \r\n")]
    [InlineData("Opt Out")]
    [InlineData("unsubscribe")]
    public async Task It_is_kept_with_what_proves_it(string word)
    {
        var sid = Customer.NewSid();

        var answer = await _customer.TextsAsync(_app, word, sid);

        Assert.Equal(new Webhooks.Answer(HttpStatusCode.OK, TwiML.Nothing), answer);
        var consent = await ConsentAsync("main");
        Assert.Equal(
            new LineConsent(ConsentState.OptedOut, consent!.Since, ConsentSource.Keyword, MessageSid.Parse(sid), word.Trim()), consent);
        Assert.Contains(await _customer.LogAsync(_app), entry => entry.Fact is ConsentChanged changed && changed.Consent == consent && entry.Line?.Value == "main");
        Assert.Empty((await _customer.ConversationAsync(_app)).Active);
    }

    [Fact]
    public async Task A_sentence_with_the_word_in_it_is_no_STOP()
    {
        await _customer.TextsAsync(_app, "please stop the delivery");

        Assert.Null(await ConsentAsync("main"));
    }

    [Fact]
    public async Task What_they_write_later_still_arrives_and_does_not_take_it_back()
    {
        await _customer.TextsAsync(_app, "STOP");

        Assert.Equal(HttpStatusCode.OK, (await _customer.TextsAsync(_app, "but where is my order?")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _customer.TextsAsync(_app, "hello?")).Status);

        Assert.Equal(2, Assert.Single((await _customer.ConversationAsync(_app)).Active).Unread);
        Assert.Equal(
            ["STOP", "but where is my order?", "hello?"],
            (await _customer.LogAsync(_app)).Select(entry => entry.Fact).OfType<MessageReceived>().Select(fact => fact.Message.Text));
        Assert.Equal(ConsentState.OptedOut, (await ConsentAsync("main"))!.State);
    }

    [Fact]
    public async Task An_agent_can_no_longer_reply_until_they_say_START()
    {
        var id = await Situation.AnsweredAsync(_app, _customer);
        await _customer.TextsAsync(_app, "STOP");
        var before = (await _customer.LogAsync(_app)).Count;

        Assert.Equal(new Decision.Refused(Refusal.OptedOut), await ReplyAsync(id));
        Assert.Equal(before, (await _customer.LogAsync(_app)).Count);

        await _customer.TextsAsync(_app, "start");
        Assert.IsType<Decision.Changed>(await ReplyAsync(id));
        Assert.Equal((ConsentState.OptedIn, "start"), ((await ConsentAsync("main"))!.State, (await ConsentAsync("main"))!.Word));
    }

    [Fact]
    public async Task It_holds_for_that_line_and_for_no_other()
    {
        var elsewhere = await Situation.AnsweredAsync(_app, _customer, Lines.Talkative);
        var here = await Situation.AnsweredAsync(_app, _customer);

        await _customer.TextsAsync(_app, "STOP");

        Assert.Null(await ConsentAsync("talkative"));
        Assert.Equal(new Decision.Refused(Refusal.OptedOut), await ReplyAsync(here));
        Assert.IsType<Decision.Changed>(await ReplyAsync(elsewhere));
    }

    [Fact]
    public async Task It_holds_for_that_address_and_for_no_other()
    {
        await _customer.TextsAsync(_app, "STOP");
        var chat = $"whatsapp:{_customer.Number}";

        await Webhooks.Answer.To(_app, _customer.Message("hello").From(chat).To("whatsapp:" + Lines.Main));

        Assert.Empty((await Kept.OfAsync(_app, chat)).Conversation.Consents);
    }

    [Fact]
    public async Task Saying_it_again_changes_nothing_and_is_stored()
    {
        await _customer.TextsAsync(_app, "STOP");
        var first = await ConsentAsync("main");

        await _customer.TextsAsync(_app, "STOPALL");

        Assert.Equal(first, await ConsentAsync("main"));
        var log = await _customer.LogAsync(_app);
        Assert.Equal(2, log.Count(entry => entry.Fact is MessageReceived));
        Assert.Single(log, entry => entry.Fact is ConsentChanged);
    }

    private async Task<LineConsent?> ConsentAsync(string line) => (await _customer.ConversationAsync(_app)).ConsentOn(LineId.Parse(line));

    private Task<Decision> ReplyAsync(InteractionId id) => _app.Services.GetRequiredService<CommitLoop>().HandleAsync(
        _customer.Profile,
        new SendReply(Actor.Of(Situation.Agent), id, new OutboundMessage("How can I help?", [])),
        CancellationToken.None);
}
