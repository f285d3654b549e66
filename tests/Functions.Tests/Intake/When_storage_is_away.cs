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
        var texts = new List<(Customer Customer, TwilioPayload Message, Task<Answer> Answer)>();
        async Task TextAsync(Func<bool> isEnough)
        {
            while (!isEnough())
            {
                var customer = new Customer();
                var message = customer.Message("hello");
                texts.Add((customer, message, Answer.To(App, message)));
                await Task.Delay(10);
            }
        }

        await TextAsync(() => texts.Any(text => text.Answer.IsCompleted));
        var going = _storage.StopAsync().AsTask();
        await TextAsync(() => going.IsCompleted);
        await going;
        var whenGone = texts.Count;
        await TextAsync(() => texts.Count == whenGone + 10);
        var answers = await Task.WhenAll(texts.Select(text => text.Answer));
        await _storage.ComeBackAsync();

        Assert.All(answers, answer => Assert.True(answer == Taken || answer.Status == HttpStatusCode.ServiceUnavailable, $"{answer}"));
        Assert.Contains(Taken, answers);
        Assert.All(answers.Skip(whenGone), answer => Assert.NotEqual(Taken, answer));
        foreach (var (customer, _, answer) in texts)
            Assert.True(await answer != Taken || (await customer.LogAsync(App)).Count > 0, "A message that was acknowledged is gone.");

        foreach (var (customer, message, _) in texts)
        {
            Assert.Equal(Taken, await Answer.To(App, message, Answer.Fallback));
            Assert.Single(await customer.LogAsync(App), entry => entry.Fact is MessageReceived);
            Assert.Single((await customer.ConversationAsync(App)).Active);
        }
    }
}
