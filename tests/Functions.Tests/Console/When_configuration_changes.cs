using System.Net;
using Azure.Messaging.ServiceBus.Administration;
using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Configuration;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Memory;
using Interactions.Functions.Tests.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Interactions.Functions.Tests.Console;

public sealed class When_configuration_changes
{
    private readonly string _id = Admin.NewId();

    [Fact]
    public async Task It_is_in_force_here_at_once_and_everywhere_within_a_minute()
    {
        var clock = new SettableClock();
        await using var here = await RunningApp.StartWatchedAsync(new Calls());
        await using var there = await RunningApp.StartWatchedAsync(
            new Calls(), here.Settings with { Environment = "Production" }, services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        var number = new Customer().Number;
        Customer first = new(), second = new(), third = new();

        await here.ConfigureAsync($"/api/console/queues/{_id}", "{}");
        Assert.Equal(
            HttpStatusCode.Created,
            (await here.ConfigureAsync($"/api/console/lines/{_id}", $$"""{"queue":"{{_id}}","addresses":["{{number}}"]}""")).Status);

        await first.TextsAsync(here, "hello", to: number);
        Assert.Equal(QueueId.Parse(_id), (await first.ConversationAsync(here)).Active.Single().Queue);
        await second.TextsAsync(there, "hello", to: number);
        Assert.Empty((await second.ConversationAsync(here)).Active);

        clock.Pass(TimeSpan.FromSeconds(60));
        await third.TextsAsync(there, "hello", to: number);
        Assert.Equal(LineId.Parse(_id), (await third.ConversationAsync(here)).Active.Single().Line);
    }

    [Fact]
    public async Task Whoever_becomes_a_member_gets_who_waits()
    {
        await using var floor = await Floor.OpenAsync(agents: 2);
        await IsConfiguredAsync(floor, QueueOf(floor), $$"""{"members":["{{floor.Agent(1)}}"]}""");
        await floor.IsAsync(Presence.Ready, 2);
        var customer = await floor.TextsAsync();

        await IsConfiguredAsync(floor, QueueOf(floor), $$"""{"members":["{{floor.Agent(1)}}","{{floor.Agent(2)}}"]}""");

        await floor.OfferedAsync(customer, 2);
        Assert.Single((await floor.DeskAsync(2)).Items);
    }

    [Fact]
    public async Task Whoever_is_a_member_no_longer_is_not_shown_there()
    {
        await using var floor = await Floor.OpenAsync(agents: 2);
        await floor.IsAsync(Presence.Ready, 1, 2);
        await Eventually.Is(async () => (await floor.DeskAsync(1)).Stored.Desk.Shown, shown => shown.Count == 1);

        await IsConfiguredAsync(floor, QueueOf(floor), $$"""{"members":["{{floor.Agent(2)}}"]}""");

        Assert.Empty(await Eventually.Is(async () => (await floor.DeskAsync(1)).Stored.Desk.Shown, shown => shown.IsEmpty));
    }

    [Fact]
    public async Task Whoever_can_have_more_gets_more()
    {
        await using var floor = await Floor.OpenAsync(agent: """{"capacity":{"messaging":1}}""");
        await floor.IsAsync(Presence.Ready, 1);
        await floor.OfferedAsync(await floor.TextsAsync(), 1);
        var second = await floor.TextsAsync();
        Assert.IsType<Phase.Queued>((await floor.InteractionOfAsync(second)).Phase);

        await IsConfiguredAsync(floor, $"/api/console/agents/{floor.Agent(1)}", """{"capacity":{"messaging":2}}""");

        await floor.OfferedAsync(second, 1);
        Assert.Equal(2, (await floor.DeskAsync(1)).Items.Count);
    }

    [Theory]
    [InlineData("""{"members":["A","B"]}""", 1)]
    [InlineData("""{"members":["B"]}""", 2)]
    [InlineData("""{"members":[]}""", 1)]
    [InlineData("""{"members":["A"],"nudgeText":"Hello?"}""", 0)]
    public async Task Those_concerned_are_looked_at_again_when_everybody_knows(string changed, int concerned)
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        var path = $"/api/console/queues/{_id}";
        foreach (var agent in (string[])["a", "b"])
            await app.ConfigureAsync($"/api/console/agents/{_id}-{agent}", "{}");
        await app.ConfigureAsync(path, Members("""{"members":["A"]}"""));
        var before = await CountAsync(app);

        await app.ConfigureAsync(path, Members(changed), "\"1\"");

        var after = await CountAsync(app);
        Assert.Equal((concerned, concerned), (after.Now - before.Now, after.Later - before.Later));
    }

    [Fact]
    public async Task They_are_looked_at_when_nobody_goes_by_what_was_before_any_more()
    {
        var clock = new MovableClock();
        await using var apps = await MemoryApps.StartAsync([], clock: clock);
        await apps.First.ConfigureAsync($"/api/console/agents/{_id}", "{}");
        var before = await CountAsync(apps.First);
        await apps.First.ConfigureAsync($"/api/console/queues/{_id}", $$"""{"members":["{{_id}}"]}""");

        clock.Pass(TimeSpan.FromSeconds(74));
        Assert.Equal(before.Later + 1, (await CountAsync(apps.First)).Later);
        clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(before.Later, (await CountAsync(apps.First)).Later);
    }

    [Fact]
    public async Task Nothing_changes_that_agents_would_not_be_looked_at_for()
    {
        var calls = new Calls();
        await using var app = await RunningApp.StartWatchedAsync(calls);
        var path = $"/api/console/agents/{_id}";
        await app.ConfigureAsync(path, "{}");

        calls.DieAt(0, afterEffect: false);
        var refused = await app.ConfigureAsync(path, """{"skills":["french"]}""", "\"1\"");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Empty((await app.ReadAsync(path))["skills"].AsArray());
        calls.Revive();
        Assert.Equal(HttpStatusCode.OK, (await app.ConfigureAsync(path, """{"skills":["french"]}""", "\"1\"")).Status);
    }

    private static string QueueOf(Floor floor) => $"/api/console/queues/{floor.Queue}";

    private static async Task IsConfiguredAsync(Floor floor, string path, string json) =>
        Assert.Equal(HttpStatusCode.OK, (await floor.App.ConfigureAsync(path, json, "*")).Status);

    private static async Task<(long Now, long Later)> CountAsync(RunningApp app)
    {
        var queue = (await app.Services.GetRequiredService<ServiceBusAdministrationClient>().GetQueueRuntimePropertiesAsync("routing")).Value;
        return (queue.ActiveMessageCount, queue.ScheduledMessageCount);
    }

    private string Members(string json) =>
        json.Replace("\"A\"", $"\"{_id}-a\"", StringComparison.Ordinal).Replace("\"B\"", $"\"{_id}-b\"", StringComparison.Ordinal);
}
