using System.Globalization;
using Azure.Messaging.ServiceBus.Administration;
using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Messaging;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Routing;

/// <summary>A queue of its own with a line and agents of its own, in an app that routes.</summary>
internal sealed class Floor : IAsyncDisposable
{
    private static int _count = Random.Shared.Next(79_000);

    private readonly string _name;

    private Floor(RunningApp app, string name, string number) => (App, _name, Number) = (app, name, number);

    public RunningApp App { get; }

    public QueueId Queue => QueueId.Parse("q-" + _name);

    public string Number { get; }

    public AgentId Agent(int place) => AgentId.Parse(string.Create(CultureInfo.InvariantCulture, $"agent-{place}-{_name}"));

    /// <param name="calls">Where every call that the app makes is to pass.</param>
    public static async Task<Floor> OpenAsync(
        int agents = 1,
        string queue = "",
        string agent = "{}",
        AppSettings? settings = null,
        Calls? calls = null,
        bool routes = true,
        Action<IServiceCollection>? change = null)
    {
        var app = calls is null
            ? await RunningApp.StartAsync(settings, change, routes)
            : await RunningApp.StartWatchedAsync(calls, settings, change, routes);
        var floor = new Floor(app, Guid.NewGuid().ToString("N")[..12], NewNumber());
        await floor.ConfigureAsync(agents, queue, agent);
        return floor;
    }

    /// <summary>The same seen by another instance on the same storage and bus.</summary>
    public async Task<Floor> ElsewhereAsync(Action<IServiceCollection>? change = null, bool routes = true) =>
        new(await RunningApp.StartAsync(App.Settings, change, routes), _name, Number);

    public async Task<Customer> TextsAsync(string text = "hello")
    {
        var customer = new Customer();
        await customer.TextsAsync(App, text, to: Number);
        return customer;
    }

    /// <summary>Agents say so, and the router hears of it.</summary>
    public async Task IsAsync(Presence presence, params int[] places)
    {
        await SetAsync(presence, places);
        foreach (var agent in places.Select(Agent))
            await App.Services.GetRequiredService<WakeSender>().SendAsync(new Wake.Serve(agent, null, 0), default);
    }

    /// <summary>Agents say so, and nobody hears of it.</summary>
    public async Task SetAsync(Presence presence, params int[] places)
    {
        var desks = App.Services.GetRequiredService<DeskStore>();
        foreach (var agent in places.Select(Agent))
        {
            await Eventually.Is(
                async () =>
                {
                    var before = await desks.FindAsync(agent, default);
                    return await desks.ReplaceAsync(before, before.Desk.Is(presence, DateTimeOffset.UtcNow), default);
                },
                stored => stored is not null);
        }
    }

    public async Task<Decision> DoAsync(InteractionCommand command) =>
        await App.Services.GetRequiredService<CommitLoop>().HandleAsync(command.Id.Profile, command, default);

    public async Task<OpenDesk> DeskAsync(int place) => await App.Services.GetRequiredService<DeskStore>().OpenAsync(Agent(place), default);

    public async Task<Interaction> InteractionOfAsync(Customer customer) => (await customer.ConversationAsync(App)).Active.Single();

    public Task<Interaction> EventuallyAsync(Customer customer, Func<Interaction, bool> condition) =>
        Eventually.Is(() => InteractionOfAsync(customer), condition);

    public Task<Interaction> OfferedAsync(Customer customer, int place) =>
        EventuallyAsync(customer, interaction => (interaction.Phase as Phase.Offered)?.Agent == Agent(place));

    /// <summary>Until whatever was announced has been looked at; what came too early is looked at again later.</summary>
    public async Task SettledAsync()
    {
        var bus = App.Services.GetRequiredService<ServiceBusAdministrationClient>();
        var routing = App.Services.GetRequiredService<QueueNames>().Routing;
        await Eventually.Is(
            async () => (await bus.GetQueueRuntimePropertiesAsync(routing)).Value, queue => queue.ActiveMessageCount == 0);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task ConfigureAsync(int agents, string queue, string agent)
    {
        var store = App.Services.GetRequiredService<ConfigStore>();
        var members = Enumerable.Range(1, agents).Select(Agent).ToList();
        await Eventually.Succeeds(async () =>
        {
            foreach (var member in members)
                await store.PutAsync(new(ConfigKind.Agents, member.Value, agent), default);
            await store.PutAsync(new(ConfigKind.Queues, Queue.Value, $$"""{"members":[{{string.Join(',', members.Select(member => $"\"{member}\""))}}]{{queue}}}"""), default);
            await store.PutAsync(new(ConfigKind.Lines, "l-" + _name, $$"""{"queue":"{{Queue}}","addresses":["{{Number}}"]}"""), default);
        });
        var policies = App.Services.GetRequiredService<PolicySource>();
        await Eventually.Is(
            async () =>
            {
                policies.Outdate();
                return await policies.CurrentAsync(default);
            },
            policy => policy.Lines.ContainsKey(LineId.Parse("l-" + _name)) && policy.Queues.ContainsKey(Queue) && policy.Agents.ContainsKey(members[0]));
    }

    // Not one of those that customers of tests write from.
    private static string NewNumber()
    {
        var place = Interlocked.Increment(ref _count) % 80_000;
        return string.Create(CultureInfo.InvariantCulture, $"+44{200 + (place / 100)}55501{place % 100:D2}");
    }
}
