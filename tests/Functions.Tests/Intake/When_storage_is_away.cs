using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Webhooks;
using Interactions.Functions.Webhooks;

namespace Interactions.Functions.Tests.Intake;

/// <summary>A real outage, in the middle of the day.</summary>
[TakesLong]
public sealed class When_storage_is_away : IAsyncLifetime
{
    private static readonly Answer Taken = new(HttpStatusCode.OK, TwiML.Nothing);
    private Interruptible _storage = null!;

    private RunningApp App => _storage.App;

    public async Task InitializeAsync() => _storage = await Interruptible.StartAsync();

    public async Task DisposeAsync() => await _storage.DisposeAsync();

    [Fact]
    public async Task Twilio_is_told_in_time_and_its_fallback_succeeds_later()
    {
        var (known, stranger) = (new Customer(), new Customer());
        var sequence = await Situation.ReplyAsync(App, known, await Situation.ActiveAsync(App, known), "How can I help?");
        var (more, hello) = (known.Message("more"), stranger.Message("hello"));
        var (report, reportPath) = (TwilioPayload.Of("status-delivered"), $"/api/twilio/status?profile={known.Profile}&sequence={sequence}");
        var before = await Outcome.OfAsync(App, known);

        await _storage.StopAsync();
        await Task.WhenAll(
            PutOff.InTimeAsync(App, more),
            PutOff.InTimeAsync(App, hello),
            PutOff.InTimeAsync(App, hello, Answer.Fallback),
            PutOff.InTimeAsync(App, report, reportPath));
        await _storage.ComeBackAsync();

        Assert.Equal(before, await Outcome.OfAsync(App, known));
        Assert.Empty(await stranger.LogAsync(App));
        Assert.Equal(Taken, await Answer.To(App, more, Answer.Fallback));
        Assert.Equal(Taken, await Answer.To(App, hello, Answer.Fallback));
        Assert.Equal(HttpStatusCode.NoContent, (await Answer.To(App, report, reportPath)).Status);

        Assert.Single(await known.LogAsync(App), entry => entry.Fact is MessageReceived { Message.Text: "more" });
        Assert.Single(await stranger.LogAsync(App), entry => entry.Fact is MessageReceived);
        Assert.Single((await stranger.ConversationAsync(App)).Active);
    }

    [Fact]
    public async Task Nothing_that_was_acknowledged_while_it_went_is_lost_and_nothing_comes_twice()
    {
        var customers = Enumerable.Range(0, 30).Select(_ => new Customer()).ToArray();
        var messages = customers.Select(customer => customer.Message("hello")).ToArray();

        var underWay = messages.Select(async (message, n) =>
        {
            await Task.Delay(n * 10);
            return await Answer.To(App, message);
        }).ToArray();
        await underWay[3];
        await _storage.StopAsync();
        var answers = await Task.WhenAll(underWay);
        await _storage.ComeBackAsync();

        Assert.All(answers, answer => Assert.True(answer == Taken || answer.Status == HttpStatusCode.ServiceUnavailable, $"{answer}"));
        Assert.Contains(answers, answer => answer != Taken);
        foreach (var (customer, answer) in customers.Zip(answers))
            Assert.True(answer != Taken || (await customer.LogAsync(App)).Count > 0, "A message that was acknowledged is gone.");

        foreach (var (customer, message) in customers.Zip(messages))
        {
            Assert.Equal(Taken, await Answer.To(App, message, Answer.Fallback));
            Assert.Single(await customer.LogAsync(App), entry => entry.Fact is MessageReceived);
            Assert.Single((await customer.ConversationAsync(App)).Active);
        }
    }
}
