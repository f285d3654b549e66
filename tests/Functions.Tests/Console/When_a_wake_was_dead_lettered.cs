using System.Net;
using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Functions.Tests.Orders;

namespace Interactions.Functions.Tests.Console;

/// <summary>Something was handed out ten times and never came to an end; an operator has mended the reason.</summary>
public sealed class When_a_wake_was_dead_lettered
{
    private const string Path = "/api/console/dead-letters";
    private static readonly ServiceBusReceiverOptions Buried = new() { SubQueue = SubQueue.DeadLetter };

    [Fact]
    public async Task What_it_was_for_happens_once_it_is_replayed()
    {
        await using var both = await PhonesAndApp.StartAsync();
        var (team, customer) = (await both.TeamAsync(), new Customer());
        var id = await team.CustomerWaitsAsync(both.App, customer);
        await team.Seat(both.App).OrdersAsync("claim", id);
        Assert.Equal(202, (int)(await team.Seat(both.App).OrdersAsync("messages", id, """{"text":"Which one is it?"}""")).Status);
        await using var bus = new ServiceBusClient(both.App.Settings.Bus);
        await BuryAsync(await bus.AcceptNextSessionAsync("outbound"));
        await using var sender = await RunningApp.StartAsync(both.App.Settings, sends: true);
        Assert.Empty(SentBy(both));

        var queue = Queue(await AdminOf(both.App).GetAsync(Path), "outbound");
        var replayed = await AdminOf(both.App).AskAsync(HttpMethod.Post, Path + "/outbound/replay");

        Assert.Equal((1, "send", "MaxDeliveryCountExceeded"), ((int)queue["deadLettered"]!, (string?)queue["first"]![0]!["subject"], (string?)queue["first"]![0]!["reason"]));
        Assert.Equal((1, 0), ((int)replayed["replayed"], (int)replayed["left"]));
        Assert.Equal(["Which one is it?"], await Eventually.Is(() => Task.FromResult(SentBy(both)), sent => sent.Length > 0));
        Assert.Equal(0, (int)Queue(await AdminOf(both.App).GetAsync(Path), "outbound")["deadLettered"]!);
    }

    [Fact]
    public async Task It_is_shown_without_anything_of_whom_it_was()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls(), routes: true);
        await using var bus = new ServiceBusClient(app.Settings.Bus);
        await using var timeouts = bus.CreateSender("timeouts");
        await timeouts.SendMessageAsync(new ServiceBusMessage("+12025550123") { MessageId = "+12025550124", Subject = "timeout" });
        await timeouts.SendMessageAsync(new ServiceBusMessage("+12025550123") { Subject = "+12025550124" });
        await using var receiver = bus.CreateReceiver("timeouts", Buried);
        await Eventually.Is(() => receiver.PeekMessagesAsync(10, fromSequenceNumber: 1), buried => buried.Count == 2);
        var byHand = await receiver.ReceiveMessageAsync();
        await receiver.AbandonMessageAsync(byHand, new Dictionary<string, object> { ["DeadLetterReason"] = "+12025550125", ["DeadLetterErrorDescription"] = "+12025550126" });

        var list = await AdminOf(app).GetAsync(Path);

        var queue = Queue(list, "timeouts");
        var (first, second) = (queue["first"]![0]!, queue["first"]![1]!);
        Assert.Equal(["routing", "outbound", "timeouts"], list["queues"].AsArray().Select(each => (string?)each!["name"]));
        Assert.Equal(2, (int)queue["deadLettered"]!);
        Assert.Equal(("timeout", "other", null), ((string?)first["subject"], (string?)first["reason"], first["description"]));
        Assert.Equal((null, "MaxDeliveryCountExceeded", true), (first: second["subject"], (string?)second["reason"], (int)second["deliveries"]! >= 10));
        Assert.DoesNotContain("+1202", list.Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_on_it_and_in_it_survives()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        await using var bus = new ServiceBusClient(app.Settings.Bus);
        await using var sender = bus.CreateSender("routing");
        await sender.SendMessageAsync(new ServiceBusMessage("""{"version":1}""")
        {
            MessageId = "route-1",
            SessionId = "support",
            Subject = "route",
            ContentType = "application/json",
            ApplicationProperties = { ["traceparent"] = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" },
        });
        await BuryAsync(await bus.AcceptNextSessionAsync("routing"));

        await AdminOf(app).AskAsync(HttpMethod.Post, Path + "/routing/replay");

        await using var session = await bus.AcceptNextSessionAsync("routing");
        var again = await session.ReceiveMessageAsync();
        Assert.Equal(
            ("route-1", "support", "route", "application/json", """{"version":1}"""),
            (again.MessageId, again.SessionId, again.Subject, again.ContentType, again.Body.ToString()));
        Assert.Equal(("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), Assert.Single(again.ApplicationProperties.Select(each => (each.Key, each.Value))));
    }

    [Fact]
    public async Task What_fails_again_meanwhile_is_left_for_another_time()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls(), routes: true);
        await using var bus = new ServiceBusClient(app.Settings.Bus);
        await using var sender = bus.CreateSender("timeouts");
        for (var n = 0; n < 3; n++)
            await sender.SendMessageAsync(new ServiceBusMessage("not a wake"));
        await using var receiver = bus.CreateReceiver("timeouts", Buried);
        await Eventually.Is(() => receiver.PeekMessagesAsync(10, fromSequenceNumber: 1), buried => buried.Count == 3);

        var replayed = await AdminOf(app).AskAsync(HttpMethod.Post, Path + "/timeouts/replay");

        Assert.Equal(3, (int)replayed["replayed"]);
        Assert.Equal(3, await Eventually.Is(async () => (int)Queue(await AdminOf(app).GetAsync(Path), "timeouts")["deadLettered"]!, left => left == 3));
    }

    [Fact]
    public async Task A_queue_that_is_none_is_not_found_and_an_agent_is_sent_away()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());

        await AdminOf(app).AskAsync(HttpMethod.Post, Path + "/elsewhere/replay").IsAsync(HttpStatusCode.NotFound, "not-found");
        await AdminOf(app).AskAsync(HttpMethod.Post, Path + "/else%20where/replay").IsAsync(HttpStatusCode.BadRequest, "invalid-id");
        await new Seat(app, "agent-1").AskAsync(HttpMethod.Post, Path + "/routing/replay").IsAsync(HttpStatusCode.Forbidden, "forbidden");
        await new Seat(app, "supervisor-1").GetAsync(Path).IsAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    private static Seat AdminOf(RunningApp app) => new(app, "admin-1");

    private static JsonNode Queue(Reply list, string name) => list["queues"].AsArray().Single(queue => (string?)queue!["name"] == name)!;

    private static string[] SentBy(PhonesAndApp both) => [.. both.Phones.Messages.Where(message => !message.IsInbound).Select(message => message.Body)];

    // As the bus does it after ten deliveries.
    private static async Task BuryAsync(ServiceBusSessionReceiver session)
    {
        await using var _ = session;
        await session.DeadLetterMessageAsync(await session.ReceiveMessageAsync(), "MaxDeliveryCountExceeded", "Message could not be consumed after 10 delivery attempts.");
    }
}
