using System.Net;
using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using Interactions.Emulator;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Health;

[TakesLong]
public sealed class When_somebody_asks_whether_it_is_ready
{
    [Fact]
    public async Task It_is_once_storage_and_bus_answer()
    {
        await using var app = await RunningApp.StartAsync();

        var (status, report) = await ReadyAsync(app, until: HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("ready", (string?)report["status"]);
        Assert.True((bool)report["storage"]!["reachable"]!);
        Assert.True((bool)report["bus"]!["reachable"]!);
        Assert.Equal(["routing", "outbound", "timeouts"], report["bus"]!["queues"]!.AsArray().Select(queue => (string?)queue!["name"]));
    }

    [Fact]
    public async Task Dead_lettered_messages_are_counted_queue_by_queue()
    {
        await using var app = await RunningApp.StartAsync();
        await DeadLetterAsync(app.Settings.Bus, "timeouts");

        var (_, report) = await ReadyAsync(app, until: HttpStatusCode.OK);

        Assert.Equal(1, (int)report["bus"]!["deadLettered"]!);
        Assert.Equal([0, 0, 1], report["bus"]!["queues"]!.AsArray().Select(queue => (int)queue!["deadLettered"]!));
    }

    [Fact]
    public async Task It_is_not_while_the_bus_is_away()
    {
        var settings = AppSettings.Default with { Storage = await SharedAzurite.NextAsync(), Bus = Unreachable.Bus };
        await using var app = await RunningApp.StartAsync(settings);

        var (status, report) = await ReadyAsync(app, until: HttpStatusCode.ServiceUnavailable);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("unavailable", (string?)report["status"]);
        Assert.False((bool)report["bus"]!["reachable"]!);
    }

    [Fact]
    public async Task An_app_that_started_before_its_storage_becomes_ready_by_itself()
    {
        var port = FreePort.Find();
        await using var app = await RunningApp.StartAsync(AppSettings.Default with { Storage = Azurite.ConnectionStringFor(port) });
        var (before, report) = await ReadyAsync(app, until: HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, before);
        Assert.False((bool)report["storage"]!["reachable"]!);

        await using var azurite = await Azurite.StartAsync(new AzuriteOptions { Port = port });

        var (after, _) = await ReadyAsync(app, until: HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, after);
    }

    [Fact]
    public async Task Many_who_ask_at_once_while_it_is_not_are_all_answered_soon()
    {
        await using var app = await RunningApp.StartAsync(Unreachable.Everything);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(8));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => app.Client.GetAsync("/api/ready", patience.Token)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode));
    }

    private static Task<(HttpStatusCode Status, JsonNode Report)> ReadyAsync(RunningApp app, HttpStatusCode until) => Eventually.Is(
        async () =>
        {
            using var response = await app.Client.GetAsync("/api/ready");
            return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
        },
        answer => answer.StatusCode == until);

    private static async Task DeadLetterAsync(string bus, string queue)
    {
        await using var client = new ServiceBusClient(bus);
        await client.CreateSender(queue).SendMessageAsync(new ServiceBusMessage("not for this queue"));
        var receiver = client.CreateReceiver(queue);
        await receiver.DeadLetterMessageAsync(await receiver.ReceiveMessageAsync());
    }
}
