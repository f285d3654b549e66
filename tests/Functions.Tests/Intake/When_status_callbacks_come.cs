using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Intake;

public sealed class When_status_callbacks_come(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly string[] Steps = ["queued", "sent", "delivered", "read"];
    private static readonly Answer Taken = new(HttpStatusCode.NoContent, "");
    private readonly RunningApp _app = shared.App;
    private readonly Customer _customer = new();
    private readonly string _sid = Customer.NewSid();

    [Fact]
    public async Task A_message_moves_forward_only_in_whichever_order_they_come()
    {
        var id = await Situation.ActiveAsync(_app, _customer);
        foreach (var order in Orders(Steps))
        {
            var sequence = await Situation.ReplyAsync(_app, _customer, id, "How can I help?");
            var sid = Customer.NewSid();
            var furthest = DeliveryState.Pending;
            foreach (var step in order)
            {
                Assert.Equal(Taken, await ReportAsync(sequence, step, sid));

                var told = Enum.Parse<DeliveryState>(step, ignoreCase: true);
                furthest = told > furthest ? told : furthest;
                var delivery = await DeliveryAsync(sequence);
                Assert.Equal((furthest, MessageSid.Parse(sid)), (delivery.State, delivery.Sid!.Value));
            }
        }
    }

    [Fact]
    public async Task A_report_that_comes_again_changes_nothing()
    {
        var sequence = await SentAsync();
        await ReportAsync(sequence, "sent");
        var once = await DeliveryAsync(sequence);

        for (var n = 0; n < 5; n++)
            Assert.Equal(Taken, await ReportAsync(sequence, "sent"));

        Assert.Equal(once, await DeliveryAsync(sequence));
    }

    [Fact]
    public async Task All_of_them_at_once_end_where_the_last_would()
    {
        var id = await Situation.ActiveAsync(_app, _customer);
        for (var round = 0; round < 5; round++)
        {
            var sequence = await Situation.ReplyAsync(_app, _customer, id, "How can I help?");

            var answers = await Task.WhenAll(Enumerable.Repeat(Steps, 8).SelectMany(step => step).Select(step => ReportAsync(sequence, step)));

            Assert.All(answers, answer => Assert.Equal(Taken, answer));
            Assert.Equal(DeliveryState.Read, (await DeliveryAsync(sequence)).State);
        }
    }

    [Theory]
    [InlineData("status-undelivered", "undelivered", DeliveryState.Undelivered, 30003)]
    [InlineData("status-undelivered", "failed", DeliveryState.Failed, 21610)]
    public async Task A_failure_keeps_its_error_whatever_led_up_to_it_is_told_later(string name, string status, DeliveryState state, int error)
    {
        var sequence = await SentAsync();
        await ReportAsync(sequence, "sent");

        await Answer.To(_app, TwilioPayload.Of(name).Sid(_sid).With("MessageStatus", status).With("ErrorCode", $"{error}"), PathOf(sequence));
        await ReportAsync(sequence, "sending");
        await ReportAsync(sequence, "sent");

        var delivery = await DeliveryAsync(sequence);
        Assert.Equal((state, error, _sid), (delivery.State, delivery.ErrorCode, delivery.Sid!.Value.Value));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task That_it_arrived_counts_more_than_that_it_failed_whichever_is_told_first(bool arrivedFirst)
    {
        var sequence = await SentAsync();
        var failed = TwilioPayload.Of("status-undelivered").Sid(_sid).With("MessageStatus", "undelivered").With("ErrorCode", "30003");

        if (arrivedFirst)
            await ReportAsync(sequence, "delivered");
        await Answer.To(_app, failed, PathOf(sequence));
        await ReportAsync(sequence, "delivered");

        var delivery = await DeliveryAsync(sequence);
        Assert.Equal((DeliveryState.Delivered, null), (delivery.State, delivery.ErrorCode));
    }

    [Theory]
    [InlineData("teleported")]
    [InlineData("")]
    [InlineData("DeliveryState.Read")]
    public async Task A_status_nobody_knows_changes_nothing(string status)
    {
        var sequence = await SentAsync();
        var before = await DeliveryAsync(sequence);

        Assert.Equal(Taken, await Answer.To(_app, TwilioPayload.Of("status-sent").Sid(_sid).With("MessageStatus", status).With("SmsStatus", status), PathOf(sequence)));

        Assert.Equal(before, await DeliveryAsync(sequence));
    }

    [Fact]
    public async Task An_automatic_text_is_followed_at_the_address_it_was_sent_with()
    {
        var text = Assert.Single(Texted.In(await _customer.TextsAsync(_app, "hello", to: Lines.Talkative)));
        var path = text.StatusCallback[TwilioPayload.PublicBaseUrl.Length..];
        var sequence = (await _customer.LogAsync(_app)).Single(entry => entry.Fact is MessageSent).Sequence;

        Assert.Equal(Taken, await Answer.To(_app, TwilioPayload.Of("status-delivered").Sid(_sid), path));

        Assert.Equal((DeliveryState.Delivered, _sid), ((await DeliveryAsync(sequence)).State, (await DeliveryAsync(sequence)).Sid!.Value.Value));
    }

    [Fact]
    public async Task Nothing_else_of_the_conversation_changes()
    {
        var sequence = await SentAsync();
        var before = await _customer.ConversationAsync(_app);
        var log = await _customer.LogAsync(_app);

        await ReportAsync(sequence, "delivered");

        var after = await _customer.ConversationAsync(_app);
        Assert.Equal((before.Version, before.NextSequence), (after.Version, after.NextSequence));
        Assert.Equal(Told(log, but: sequence), Told(await _customer.LogAsync(_app), but: sequence));
    }

    [Fact]
    public async Task One_about_another_SID_changes_nothing_and_is_counted()
    {
        var sequence = await SentAsync();
        await ReportAsync(sequence, "sent");
        var before = await DeliveryAsync(sequence);

        await ExpectUnknownAsync(() => ReportAsync(sequence, "delivered", Customer.NewSid()));

        Assert.Equal(before, await DeliveryAsync(sequence));
    }

    [Fact]
    public async Task One_about_nothing_we_sent_is_counted()
    {
        var sequence = await SentAsync();
        var stranger = new Customer().Profile;

        await ExpectUnknownAsync(() => ReportAsync(sequence + 1, "sent"));
        await ExpectUnknownAsync(() => ReportAsync(0, "sent"));
        await ExpectUnknownAsync(() => ReportAsync(long.MaxValue, "sent"));

        // The customer's own message stands at the second place.
        await ExpectUnknownAsync(() => ReportAsync(2, "sent"));
        await ExpectUnknownAsync(() => ReportToAsync($"?profile={stranger}&sequence={sequence}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("?profile=&sequence=")]
    [InlineData("?profile=aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("?sequence=1")]
    [InlineData("?profile=AAAAAAAAAAAAAAAAAAAA&sequence=1")]
    [InlineData("?profile=aaaaaaaaaaaaaaaaaaaa&sequence=-1")]
    [InlineData("?profile=aaaaaaaaaaaaaaaaaaaa&sequence=99999999999999999999")]
    [InlineData("?profile=aaaaaaaaaaaaaaaaaaaa&sequence=1&sequence=2")]
    [InlineData("?profile=a/../%23&sequence=1")]
    [InlineData("?profile=%00&sequence=%00")]
    public async Task One_that_does_not_say_what_it_is_about_is_counted(string query) => await ExpectUnknownAsync(() => ReportToAsync(query));

    private static async Task ExpectUnknownAsync(Func<Task<Answer>> report)
    {
        using var counted = new CallbacksCounted();

        Assert.Equal(Taken, await report());

        Assert.True(counted.Count >= 1, "It was not counted.");
    }

    private static IEnumerable<string[]> Orders(string[] steps) => steps.Length == 1
        ? [steps]
        : steps.SelectMany(first => Orders([.. steps.Where(step => step != first)]).Select(rest => (string[])[first, .. rest]));

    private static IEnumerable<string> Told(IEnumerable<LogEntry> log, long but) =>
        log.Where(entry => entry.Sequence != but).Select(entry => $"{entry.Sequence} {entry.At:O} {entry.Fact.GetType().Name}");

    private async Task<long> SentAsync() =>
        await Situation.ReplyAsync(_app, _customer, await Situation.ActiveAsync(_app, _customer), "How can I help?");

    private string PathOf(long sequence) => $"/api/twilio/status?profile={_customer.Profile}&sequence={sequence}";

    private Task<Answer> ReportAsync(long sequence, string status, string? sid = null) => Answer.To(
        _app, TwilioPayload.Of("status-sent").Sid(sid ?? _sid).With("MessageStatus", status).With("SmsStatus", status), PathOf(sequence));

    private Task<Answer> ReportToAsync(string query) =>
        Answer.To(_app, TwilioPayload.Of("status-sent").Sid(_sid), "/api/twilio/status" + query);

    private async Task<Delivery> DeliveryAsync(long sequence)
    {
        var stored = await _app.Services.GetRequiredService<ConversationStore>().FindEntryAsync(_customer.Profile, sequence, CancellationToken.None);
        return Assert.IsType<MessageSent>(stored!.Entry.Fact).Delivery;
    }
}
