using System.Text;
using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Memory;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Routing;

/// <summary>
/// One customer who waits and one agent who has room for one and of whose being ready nobody heard; what they order can be
/// interrupted at any call. Two instances route.
/// </summary>
internal sealed class Interruption : IAsyncDisposable
{
    public static readonly AgentId Agent = AgentId.Parse("agent-1");
    public static readonly QueueId Queue = QueueId.Parse("support");

    private readonly MemoryApps _apps;
    private readonly Customer _customer = new();

    private Interruption(MemoryApps apps, Calls calls, TimeProvider clock) => (_apps, Calls, Clock) = (apps, calls, clock);

    public Calls Calls { get; }

    public TimeProvider Clock { get; }

    public RunningApp App => _apps.First;

    public InteractionId Id { get; private set; }

    public static async Task<Interruption> SetUpAsync(bool routes = true, TimeProvider? clock = null, Presence presence = Presence.Ready)
    {
        var calls = new Calls();
        clock ??= new FastClock(6);
        var apps = await MemoryApps.StartAsync(
            [
                new(ConfigKind.Agents, Agent.Value, """{"capacity":{"messaging":1,"chat":0,"phone":0,"walkUp":0,"voicemail":0}}"""),
                new(ConfigKind.Queues, Queue.Value, $$"""{"members":["{{Agent}}"],"offerForSeconds":30}"""),
                new(ConfigKind.Lines, "main", $$"""{"queue":"{{Queue}}","addresses":["{{Lines.Main}}"]}"""),
            ],
            instances: 2,
            routes,
            clock: clock,
            calls: calls);
        var set = new Interruption(apps, calls, clock);
        await set._customer.TextsAsync(apps.First, "hello");
        set.Id = (await set.InteractionAsync()).Id;
        var desks = apps.First.Services.GetRequiredService<DeskStore>();
        await desks.ReplaceAsync(await desks.FindAsync(Agent, default), Desk.Of(Agent).Is(presence, clock.GetUtcNow()), default);
        return set;
    }

    /// <summary>The customer writes again, at the other instance.</summary>
    public async Task WritesAsync() => await _customer.TextsAsync(_apps.All[1], "are you there?");

    public async Task<Interaction> InteractionAsync() => (await _customer.ConversationAsync(App)).Active.Single();

    public Task<OpenDesk> DeskAsync() => App.Services.GetRequiredService<DeskStore>().OpenAsync(Agent, default);

    public Task<Interaction> EventuallyAsync(Func<Interaction, bool> condition) => Eventually.Is(InteractionAsync, condition);

    /// <summary>What the agent asks of the first instance, which knows when they hang up.</summary>
    public static HttpRequest Request(string function, string method, string json, CancellationToken hungUp)
    {
        var http = new DefaultHttpContext
        {
            RequestAborted = hungUp,
            Request =
            {
                Method = method,
                ContentType = "application/json",
                Body = new MemoryStream(Encoding.UTF8.GetBytes(json)),
                Headers = { Authorization = $"Bearer dev-{Agent}" },
            },
        };
        Entrance.Note(http, function);
        return http.Request;
    }

    public Task<Decision> LoopAsync(InteractionCommand command, CancellationToken cancellationToken = default) =>
        App.Services.GetRequiredService<CommitLoop>().HandleAsync(command.Id.Profile, command, cancellationToken);

    public T Function<T>() => ActivatorUtilities.CreateInstance<T>(App.Services);

    public async ValueTask DisposeAsync()
    {
        Calls.MeetNobody();
        await _apps.DisposeAsync();
    }
}
