using System.Collections.Immutable;
using Interactions.Functions.Tests.Webhooks;
using Interactions.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Driver;

/// <summary>The app and the phones that text it: each knows where the other is, and they speak as with Twilio between them.</summary>
internal sealed class PhonesAndApp : IAsyncDisposable
{
    private PhonesAndApp(PhoneSimulator phones, RunningApp app)
    {
        Phones = phones;
        App = app;
    }

    public PhoneSimulator Phones { get; }

    public RunningApp App { get; }

    /// <param name="calls">Counts what the app asks of storage and bus, and makes it fail.</param>
    /// <param name="settings">Settings of the app besides those that lead it to the simulator.</param>
    /// <param name="storage">Tables of its own, where it looks at all there is.</param>
    public static async Task<PhonesAndApp> StartAsync(
        SimulatorOptions? options = null,
        Calls? calls = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? change = null,
        bool routes = false,
        bool sends = false,
        string? storage = null)
    {
        var phones = await PhoneSimulator.StartAsync(options ?? new SimulatorOptions { Numbers = Numbers });
        var app = await RunningApp.StartWatchedAsync(calls ?? new Calls(), await SettingsAsync(phones, settings, storage), change, routes, sends);
        phones.Reach(new Uri(TwilioPayload.PublicBaseUrl), app.Address);
        return new PhonesAndApp(phones, app);
    }

    /// <summary>The numbers of <see cref="Lines"/>.</summary>
    public static ImmutableArray<SimulatorNumber> Numbers => [new(Lines.Main), new(Lines.Talkative), new(Lines.AlwaysClosed)];

    /// <summary>An app whose Twilio is that simulator.</summary>
    public static async Task<AppSettings> SettingsAsync(PhoneSimulator phones, IReadOnlyDictionary<string, string?>? settings = null, string? storage = null) =>
        AppSettings.Default with
        {
            Storage = storage ?? await SharedAzurite.NextAsync(),
            More = new Dictionary<string, string?>(settings ?? ImmutableDictionary<string, string?>.Empty)
            {
                ["Twilio:ApiBaseUrl"] = phones.Url.AbsoluteUri,
            },
        };

    /// <summary>A team of its own, whose number the phones can text.</summary>
    public async Task<Team> TeamAsync(int agents = 1, string? queue = null, string agent = "{}", params string[] members)
    {
        var team = await Team.ConfiguredAsync(App, agents, queue, agent, members);
        Phones.Add(new SimulatorNumber(team.Number));
        return team;
    }

    public Task<WebhookAnswer> TextsAsync(Customer customer, string text, string to = Lines.Main, params IReadOnlyList<SimulatedMedia> media) =>
        Phones.TextAsync(customer.Number, to, text, media);

    public async ValueTask DisposeAsync()
    {
        // Nothing of theirs is on its way any more when the app goes.
        await Phones.DisposeAsync();
        await App.DisposeAsync();
    }
}
