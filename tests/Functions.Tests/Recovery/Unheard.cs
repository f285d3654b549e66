using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Functions.Recovery;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Webhooks;
using Interactions.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Recovery;

/// <summary>Phones whose webhooks get lost when it is said so, and an app that was checked once, on one clock that stands still.</summary>
internal sealed class Unheard : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    private Unheard(PhoneSimulator phones, RunningApp app, Calls calls, MovableClock clock)
    {
        Phones = phones;
        App = app;
        Calls = calls;
        Clock = clock;
    }

    public PhoneSimulator Phones { get; }

    public RunningApp App { get; }

    public Calls Calls { get; }

    public MovableClock Clock { get; }

    public static Task<Unheard> StartAsync(Action<IServiceCollection>? change = null, params SimulatorNumber[] numbers) =>
        StartAsync(change, numbers, onEmulator: true);

    public static Task<Unheard> StartInMemoryAsync() => StartAsync(change: null, [], onEmulator: false);

    /// <summary>A text of which no webhook tells.</summary>
    public async Task<string> LosesAsync(Customer customer, string text, string to = Lines.Main, params IReadOnlyList<SimulatedMedia> media)
    {
        var rule = new ChaosRule(ChaosKind.Lose) { On = RequestKind.Webhook };
        Phones.Chaos.Add(rule);
        var answer = await Phones.TextAsync(customer.Number, to, text, media);
        Phones.Chaos.Clear();
        return answer.MessageSid!;
    }

    public Task<WebhookAnswer> TextsAsync(Customer customer, string text, string to = Lines.Main) => Phones.TextAsync(customer.Number, to, text);

    /// <summary>As much later as it takes until the last text is looked for, and then the check.</summary>
    public Task CheckLaterAsync(TimeSpan? later = null)
    {
        Clock.Pass(later ?? TimeSpan.FromMinutes(5));
        return CheckAsync();
    }

    public Task CheckAsync() => CheckAsync(App.Services.GetRequiredService<InboundReconciliation>());

    /// <summary>The same by an instance that remembers nothing.</summary>
    public Task CheckAnewAsync(int mostPages = CheckTimes.MostPages) => CheckAsync(ActivatorUtilities.CreateInstance<InboundReconciliation>(
        App.Services, ActivatorUtilities.CreateInstance<Known>(App.Services), mostPages));

    public async Task<IReadOnlyList<MessageReceived>> ReceivedAsync(Customer customer) =>
        [.. (await customer.LogAsync(App)).Select(entry => entry.Fact).OfType<MessageReceived>()];

    public async Task<string[]> TextsOfAsync(Customer customer) => [.. (await ReceivedAsync(customer)).Select(received => received.Message.Text)];

    public async ValueTask DisposeAsync()
    {
        await Phones.DisposeAsync();
        await App.DisposeAsync();
    }

    private static async Task<Unheard> StartAsync(Action<IServiceCollection>? change, SimulatorNumber[] numbers, bool onEmulator)
    {
        var (clock, calls) = (new MovableClock(), new Calls());
        var phones = await PhoneSimulator.StartAsync(new SimulatorOptions { Numbers = [.. PhonesAndApp.Numbers, .. numbers], TimeProvider = clock });
        var settings = await OwnTables.GiveAsync(await PhonesAndApp.SettingsAsync(phones), clock, onEmulator);
        var app = await RunningApp.StartWatchedAsync(calls, settings, services =>
        {
            services.Replace(clock);
            change?.Invoke(services);
        });
        phones.Reach(new Uri(TwilioPayload.PublicBaseUrl), app.Address);
        var unheard = new Unheard(phones, app, calls, clock);
        await unheard.CheckAsync();
        clock.Pass(TimeSpan.FromMinutes(1));
        return unheard;
    }

    // Whoever pauses before they try again goes by the same clock.
    private async Task CheckAsync(InboundReconciliation reconciliation)
    {
        var check = ActivatorUtilities.CreateInstance<InboundReconciliationFunction>(App.Services, reconciliation).RunAsync(null!, CancellationToken.None);
        while (await Task.WhenAny(check, Task.Delay(Tick)) != check)
            Clock.Pass(Tick);
        await check;
    }
}
