using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Console;

/// <summary>What is open already goes by the new ones too, though nobody would look at it for hours.</summary>
[TakesLong]
public sealed class When_times_of_a_queue_change
{
    private static readonly AgentId Agent = AgentId.Parse("agent-1");
    private static readonly string Number = new Customer().Number;

    private readonly FastClock _clock = new(10);

    [Fact]
    public async Task Those_who_wait_go_on_by_the_new_ones()
    {
        await using var apps = await StartAsync();
        var customers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => WaitsAsync(apps)));

        await ConfigureAsync(apps, """{"members":["agent-1"],"firstResponseTargetSeconds":null,"overflowTo":"second","overflowAfterSeconds":60}""");

        foreach (var customer in customers)
            Assert.Equal("second", (await Eventually.Is(() => InteractionOfAsync(apps, customer), open => open.Queue.Value == "second")).Queue.Value);
    }

    [Fact]
    public async Task What_agents_have_goes_on_by_the_new_ones()
    {
        await using var apps = await StartAsync();
        var customer = await WaitsAsync(apps);
        var id = (await InteractionOfAsync(apps, customer)).Id;
        await DoAsync(apps, new Claim(id, Agent));
        await DoAsync(apps, new Hold(Actor.Of(Agent), id, StateReason.WaitingInternal));

        await ConfigureAsync(apps, """{"members":["agent-1"],"firstResponseTargetSeconds":null,"holdLimitSeconds":60}""");

        Assert.IsType<Phase.Active>((await Eventually.Is(() => InteractionOfAsync(apps, customer), open => open.Phase is Phase.Active)).Phase);
    }

    // Two instances, so that the one that was not told has to find out.
    private Task<MemoryApps> StartAsync() => MemoryApps.StartAsync(
        [
            new(ConfigKind.Agents, "agent-1", "{}"),
            new(ConfigKind.Queues, "first", """{"members":["agent-1"],"firstResponseTargetSeconds":null}"""),
            new(ConfigKind.Queues, "second", "{}"),
            new(ConfigKind.Lines, "first", $$"""{"queue":"first","addresses":["{{Number}}"]}"""),
        ],
        instances: 2,
        routes: true,
        clock: _clock);

    private static async Task<Customer> WaitsAsync(MemoryApps apps)
    {
        // The clock is quick, and an app that has just begun is slow: where it ran out of time, it is told again, as Twilio would.
        var (customer, sid) = (new Customer(), Customer.NewSid());
        var answer = await Eventually.Is(() => customer.TextsAsync(apps.All[1], "hello", sid, Number), answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return customer;
    }

    private static async Task<Interaction> InteractionOfAsync(MemoryApps apps, Customer customer) =>
        (await customer.ConversationAsync(apps.First)).Active.Single();

    private static async Task ConfigureAsync(MemoryApps apps, string json) =>
        Assert.Equal(HttpStatusCode.OK, (await apps.First.ConfigureAsync("/api/console/queues/first", json, "*")).Status);

    private static async Task DoAsync(MemoryApps apps, InteractionCommand command) => Assert.IsType<Decision.Changed>(
        await apps.First.Services.GetRequiredService<CommitLoop>().HandleAsync(command.Id.Profile, command, default));
}
