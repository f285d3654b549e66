using System.Globalization;
using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Routing;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Queues;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Memory;
using Interactions.Functions.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Routing;

/// <summary>
/// A queue in which many wait and many work. Those who matter came as everybody does; the mass behind them is rows that nobody
/// gets to.
/// </summary>
internal sealed class Backlog : IAsyncDisposable
{
    public static readonly QueueId Queue = QueueId.Parse("here");
    public static readonly QueueId Elsewhere = QueueId.Parse("elsewhere");

    private readonly MemoryApps _apps;

    private Backlog(MemoryApps apps) => _apps = apps;

    public Calls Calls { get; private init; } = null!;

    public RunningApp App => _apps.First;

    /// <param name="queue">What is special about the queue.</param>
    /// <param name="inBoth">Whether its agents serve the other queue too.</param>
    public static async Task<Backlog> OfAsync(int agents, string queue = "", bool inBoth = false, int room = 1)
    {
        var members = string.Join(',', Enumerable.Range(1, agents).Select(place => $"\"{Agent(place)}\""));
        var calls = new Calls();
        var apps = await MemoryApps.StartAsync(
            [
                new(ConfigKind.Queues, Queue.Value, $$"""{"members":[{{members}}]{{queue}}}"""),
                new(ConfigKind.Queues, Elsewhere.Value, $$"""{"members":[{{(inBoth ? members : "\"nobody\"")}}]}"""),
                new(ConfigKind.Lines, "here", """{"queue":"here"}"""),
                new(ConfigKind.Lines, "elsewhere", """{"queue":"elsewhere"}"""),
                .. Enumerable.Range(1, agents).Select(place => new ConfigRow(
                    ConfigKind.Agents, Agent(place).Value, $$$"""{"capacity":{"messaging":{{{room}}}}}""")),
            ],
            calls: calls);

        // The first block of numbers is leased once for a hundred interactions.
        await apps.First.Services.GetRequiredService<Functions.Storage.NumberLeases>().TakeAsync(default);
        return new(apps) { Calls = calls };
    }

    public static AgentId Agent(int place) => AgentId.Parse(string.Create(CultureInfo.InvariantCulture, $"a{place}"));

    /// <summary>Agents who are there and have room.</summary>
    public async Task AreFreeAsync(IEnumerable<int> places)
    {
        foreach (var place in places)
            await ShowAsync(await BecomeAsync(place, desk => desk));
    }

    /// <summary>Somebody who is there, and of whom nobody was told.</summary>
    public Task ComesAsync(int place) => BecomeAsync(place, desk => desk);

    /// <summary>Agents who are there and have no room.</summary>
    public async Task AreFullAsync(IEnumerable<int> places)
    {
        foreach (var place in places)
            await BecomeAsync(place, desk => desk.Takes(InteractionType.Messaging, Now));
    }

    public Task<Interaction> TextsAsync(Customer? customer = null, string line = "here") =>
        Opening.OpenAsync(App, Opening.MessageFrom(customer ?? new Customer(), LineId.Parse(line)));

    /// <summary>So many who wait since later, or, where they are more urgent, before everybody.</summary>
    public async Task WaitAsync(int many, QueueId queue, int priority = 0)
    {
        var store = App.Services.GetRequiredService<QueueStore>();
        for (var place = 0; place < many; place++)
        {
            var interaction = Given.AnInteraction(Given.ACustomer()) with { Queue = queue, Skills = priority > 0 ? ["nobody-has-it"] : [] };
            var waits = new WaitingPlace(queue, priority, Now.AddMinutes(1).AddTicks(place), interaction.Id, Version: 1);
            await store.ShowAsync(new IndexTouch.Waiting(waits, interaction, Version: 1), default);
        }
    }

    public async Task<Decision> DoAsync(InteractionCommand command) =>
        await App.Services.GetRequiredService<CommitLoop>().HandleAsync(command.Id.Profile, command, default);

    /// <summary>What the router does when somebody began to wait.</summary>
    public Task<Costs> RouteAsync(Interaction waiting) => CostsAsync(() => App.Services.GetRequiredService<Arrivals>().ServeAsync(
        new Wake.Route(waiting.Queue, waiting.Id, waiting.Place!.Version, waiting.Type), attempt: 0, default));

    /// <summary>What the router does when an agent may have room.</summary>
    public Task<Costs> ServeAsync(int place, Interaction? freed = null) => CostsAsync(() => App.Services.GetRequiredService<Returns>().ServeAsync(
        new Wake.Serve(Agent(place), freed?.Id, Version: 0), attempt: 0, default));

    public async Task<Interaction?> FindAsync(Interaction interaction) =>
        (await App.Services.GetRequiredService<Functions.Storage.ConversationStore>().LoadAsync(interaction.Id.Profile, default)).Conversation.Find(interaction.Id);

    public async Task<AgentId?> HolderAsync(Interaction interaction) => (await FindAsync(interaction))?.Holder;

    /// <summary>The agent takes it, does it, and is done with it.</summary>
    public async Task FinishAsync(int place, Interaction interaction)
    {
        var by = Actor.Of(Agent(place));
        Assert.IsNotType<Decision.Refused>(await DoAsync(new AcceptOffer(interaction.Id, Agent(place))));
        Assert.IsType<Decision.Changed>(await DoAsync(new End(by, interaction.Id, Outcome.Resolved)));
        Assert.IsType<Decision.Changed>(await DoAsync(new Wrap(by, interaction.Id, "A question", null)));
    }

    public ValueTask DisposeAsync() => _apps.DisposeAsync();

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private async Task<StoredDesk> BecomeAsync(int place, Func<Desk, Desk> change)
    {
        var desks = App.Services.GetRequiredService<DeskStore>();
        var before = await desks.FindAsync(Agent(place), default);
        return (await desks.ReplaceAsync(before, change(before.Desk.Is(Presence.Ready, Now)), default))!;
    }

    private async Task ShowAsync(StoredDesk desk) =>
        await App.Services.GetRequiredService<Placement>().ShowAsync(new Candidate(desk), await _apps.PolicyAsync(), default);

    private async Task<Costs> CostsAsync(Func<Task> work)
    {
        Calls.Forget();
        await work();
        return new(Calls.Made);
    }
}

/// <summary>What was asked of storage and told over the bus.</summary>
internal sealed record Costs(IReadOnlyList<string> Made)
{
    public int Bus => Made.Count(call => call.StartsWith("bus", StringComparison.Ordinal));

    public int Storage => Made.Count - Bus;

    public override string ToString() => $"{Storage} to storage, {Bus} to the bus: {string.Join(", ", Made)}";
}
