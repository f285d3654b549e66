using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Queues;
using Interactions.Functions.Sweep;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Sweep;

/// <summary>
/// An app with tables of its own in which nobody ever hears a wake: routing, timeouts and sending are left to the sweep. Time passes only
/// when somebody lets it.
/// </summary>
internal sealed class Silence : IAsyncDisposable
{
    private readonly Pump _pump;

    private Silence(RunningApp app, Calls calls, MovableClock clock)
    {
        App = app;
        Calls = calls;
        Clock = clock;
        _pump = new(clock, calls);
    }

    public RunningApp App { get; }

    public Calls Calls { get; }

    public MovableClock Clock { get; }

    /// <param name="phones">What it sends to; nobody is there where it is null.</param>
    /// <param name="onEmulator">Whether its tables are more than in memory.</param>
    public static async Task<Silence> OpenAsync(Func<TimeProvider, Task<PhoneSimulator>>? phones = null, bool onEmulator = false)
    {
        var (clock, calls) = (new MovableClock(), new Calls());
        var settings = AppSettings.Default;
        if (phones is not null)
            settings = await PhonesAndApp.SettingsAsync(await phones(clock));
        settings = await OwnTables.GiveAsync(settings, clock, onEmulator);
        return new Silence(await RunningApp.StartWatchedAsync(calls, settings, services => services.Replace(clock)), calls, clock);
    }

    public T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    public Task<SweepState> SweepAsync() => WaitAsync(Get<Sweeping>().RunAsync(CancellationToken.None));

    /// <summary>As many minutes, with a sweep at the end of each.</summary>
    public async Task PassAsync(int minutes)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            Clock.Pass(TimeSpan.FromMinutes(1));
            await SweepAsync();
        }
    }

    public Task<Team> TeamAsync(int agents = 1, string? queue = null, string agent = "{}") => WaitAsync(Team.ConfiguredAsync(App, agents, queue, agent));

    public Task<Decision.Changed> DoAsync(InteractionCommand command) => WaitAsync(App.DoAsync(command));

    public Task<Conversation> ConversationAsync(InteractionId id) => WaitAsync(LoadAsync(id));

    public async Task<Interaction> InteractionAsync(InteractionId id) =>
        (await ConversationAsync(id)).Find(id) ?? (await WaitAsync(Get<ConversationStore>().FindClosedAsync(id, default)))!;

    public Task<OpenDesk> DeskAsync(string agent) => WaitAsync(Get<DeskStore>().OpenAsync(AgentId.Parse(agent), default));

    /// <summary>What all indexes show, held against what is so; empty where they agree.</summary>
    public Task<IReadOnlyList<string>> DisagreementsAsync() => WaitAsync(HeldAgainst.AllAsync(App));

    public Task WaitAsync(Task task) => _pump.WaitAsync(task);

    public Task<T> WaitAsync<T>(Task<T> task) => _pump.WaitAsync(task);

    public async ValueTask DisposeAsync() => await WaitAsync(App.DisposeAsync().AsTask());

    private async Task<Conversation> LoadAsync(InteractionId id) => (await Get<ConversationStore>().LoadAsync(id.Profile, default)).Conversation;
}
