using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Desks;
using Interactions.Functions.Messaging;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Crowds;

/// <summary>Many customers and the agents of a few queues, on several instances at once.</summary>
internal sealed class Crowd
{
    private readonly IReadOnlyList<RunningApp> _apps;
    private readonly Lock _gate = new();
    private readonly Random _random;

    private Crowd(IReadOnlyList<RunningApp> apps, Setting setting, int seed)
    {
        (_apps, Setting, _random) = (apps, setting, new Random(seed));
        Agents = setting.Agents;
        Customers = [.. Enumerable.Range(0, Setting.MostCustomers).Select(place => (new Customer(), setting.TextOf(place)))];
    }

    public Setting Setting { get; }

    public IReadOnlyList<AgentId> Agents { get; }

    public IReadOnlyList<(Customer Customer, string Text)> Customers { get; }

    public static async Task<Crowd> GatherAsync(IReadOnlyList<RunningApp> apps, Setting setting, int seed)
    {
        var store = apps[0].Services.GetRequiredService<ConfigStore>();
        foreach (var row in setting.Rows)
            await Eventually.Succeeds(() => store.PutAsync(row, default));
        foreach (var app in apps)
        {
            var policies = app.Services.GetRequiredService<PolicySource>();
            policies.Outdate();
            await Eventually.Is(
                async () =>
                {
                    policies.Outdate();
                    return await policies.CurrentAsync(default);
                },
                policy => policy.Lines.ContainsKey(setting.Line));
        }

        return new(apps, setting, seed);
    }

    /// <summary>A number below that, which nobody knows beforehand.</summary>
    public int Pick(int below)
    {
        lock (_gate)
            return _random.Next(below);
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[Pick(from.Count)];

    public T Get<T>()
        where T : notnull => Pick(_apps).Services.GetRequiredService<T>();

    public ValueTask<Policy> PolicyAsync() => _apps[0].Services.GetRequiredService<PolicySource>().CurrentAsync(default);

    public Task<Decision> DoAsync(InteractionCommand command) => Get<CommitLoop>().HandleAsync(command.Id.Profile, command, default);

    /// <summary>Whoever has it takes it, if they have not, and is done with it.</summary>
    public async Task<Decision> FinishAsync(Interaction interaction)
    {
        var agent = interaction.Holder!.Value;
        await DoAsync(new AcceptOffer(interaction.Id, agent));
        return await DoAsync(Whims.Ending(agent, interaction.Id));
    }

    public Task<Decision> TextsAsync(int customer) => Get<CommitLoop>().HandleAsync(
        Customers[customer].Customer.Profile, Opening.MessageFrom(Customers[customer].Customer, Setting.Line, Customers[customer].Text), default);

    public Task IsAsync(Presence presence, AgentId agent) => Get<PresenceChanges>().ApplyAsync(agent, new(presence, false, null));

    public Task AllAreAsync(Presence presence) => Task.WhenAll(Agents.Select(agent => IsAsync(presence, agent)));

    public Task<OpenDesk> DeskAsync(AgentId agent) => Get<DeskStore>().OpenAsync(agent, default);

    public async Task<Conversation> ConversationAsync(ProfileId profile) =>
        (await Get<ConversationStore>().LoadAsync(profile, default)).Conversation;

    /// <summary>Everything that is open.</summary>
    public async Task<IReadOnlyList<Interaction>> OpenAsync()
    {
        var open = new List<Interaction>();
        foreach (var (customer, _) in Customers)
            open.AddRange((await ConversationAsync(customer.Profile)).Active);
        return open;
    }

    /// <summary>Everybody who is not a customer of an open interaction begins one.</summary>
    public async Task EverybodyTextsAsync()
    {
        var open = (await OpenAsync()).Select(interaction => interaction.Id.Profile).ToHashSet();
        await Task.WhenAll(Enumerable.Range(0, Customers.Count).Where(place => !open.Contains(Customers[place].Customer.Profile)).Select(TextsAsync));
    }

    /// <summary>What could not be handled however often it was tried.</summary>
    public async Task<long> DeadLettersAsync()
    {
        var bus = _apps[0].Services.GetRequiredService<Azure.Messaging.ServiceBus.Administration.ServiceBusAdministrationClient>();
        var names = _apps[0].Services.GetRequiredService<QueueNames>();
        long dead = 0;
        foreach (var name in (string[])[names.Routing, names.Timeouts])
            dead += (await bus.GetQueueRuntimePropertiesAsync(name)).Value.DeadLetterMessageCount;
        return dead;
    }
}
