using System.Diagnostics;
using System.Globalization;
using Azure.Messaging.ServiceBus.Administration;
using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Desks;
using Interactions.Functions.Messaging;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Memory;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Interactions.Functions.Tests.Routing;

/// <summary>A burst: a thousand customers, a hundred agents with room for ten each, two instances.</summary>
public sealed class When_a_thousand_text_at_once(ITestOutputHelper output)
{
    private const int Customers = 1000;
    private const int Agents = 100;

    [Fact]
    public async Task All_of_them_get_somebody_and_no_wake_is_given_up()
    {
        await using var apps = await MemoryApps.StartAsync(Rows, instances: 2, routes: true);
        await Task.WhenAll(Enumerable.Range(1, Agents).Select(place =>
            apps.All[place % 2].Services.GetRequiredService<PresenceChanges>().ApplyAsync(Agent(place), new(Presence.Ready, false, null))));
        var customers = Enumerable.Range(0, Customers).Select(_ => new Customer()).ToList();
        var began = Stopwatch.GetTimestamp();

        await Parallel.ForEachAsync(customers, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (customer, _) =>
            await apps.All[Random.Shared.Next(2)].Services.GetRequiredService<CommitLoop>()
                .HandleAsync(customer.Profile, Opening.MessageFrom(customer, LineId.Parse("main")), CancellationToken.None));
        output.WriteLine($"Taken in after {Stopwatch.GetElapsedTime(began)}");
        var held = await Eventually.Is(() => HeldAsync(apps, customers), found => found.Values.Sum() == Customers);
        output.WriteLine($"Offered after {Stopwatch.GetElapsedTime(began)}");

        Assert.Equal(Agents, held.Count);
        Assert.All(held.Values, number => Assert.Equal(Customers / Agents, number));
        foreach (var agent in held.Keys)
        {
            var desk = await apps.First.Services.GetRequiredService<DeskStore>().OpenAsync(agent, default);
            Assert.Equal((Customers / Agents, Customers / Agents), (desk.Items.Count, desk.Stored.Desk.Load.Messaging));
        }

        var queue = apps.First.Services.GetRequiredService<QueueNames>().Routing;
        var counts = (await apps.First.Services.GetRequiredService<ServiceBusAdministrationClient>().GetQueueRuntimePropertiesAsync(queue)).Value;
        Assert.Equal(0, counts.DeadLetterMessageCount);
    }

    private static IReadOnlyCollection<ConfigRow> Rows =>
    [
        .. Enumerable.Range(1, Agents).Select(place => new ConfigRow(ConfigKind.Agents, Agent(place).Value, """{"capacity":{"messaging":10}}""")),
        new(
            ConfigKind.Queues,
            "burst",
            $$"""{"members":[{{string.Join(',', Enumerable.Range(1, Agents).Select(place => $"\"{Agent(place)}\""))}}],"offerForSeconds":600}"""),
        new(ConfigKind.Lines, "main", """{"queue":"burst"}"""),
    ];

    private static AgentId Agent(int place) => AgentId.Parse(string.Create(CultureInfo.InvariantCulture, $"a{place}"));

    private static async Task<Dictionary<AgentId, int>> HeldAsync(MemoryApps apps, IReadOnlyList<Customer> customers)
    {
        var conversations = apps.First.Services.GetRequiredService<ConversationStore>();
        var holders = new List<AgentId>();
        foreach (var customer in customers)
        {
            if ((await conversations.LoadAsync(customer.Profile, default)).Conversation.Active.Single().Holder is { } holder)
                holders.Add(holder);
        }

        return holders.CountBy(holder => holder).ToDictionary();
    }
}
