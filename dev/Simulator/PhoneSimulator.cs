using Interactions.Simulator.Api;
using Interactions.Simulator.Calls;
using Interactions.Simulator.Messages;
using Interactions.Simulator.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Interactions.Simulator;

/// <summary>Twilio, and the phones of any number of customers, on this machine.</summary>
public sealed class PhoneSimulator : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly SimulatorOptions _options;
    private readonly Ledger _ledger;
    private readonly Numbers _numbers;
    private readonly OptOuts _optOuts = new();
    private readonly MediaShelf _shelf = new();
    private readonly Phones _phones = new();
    private readonly Reach _reach;
    private readonly Courier _courier;
    private readonly Underway _underway;
    private readonly Incoming _incoming;
    private readonly TimeProvider _time;
    private readonly Outbound _outbound;
    private readonly Views _views;
    private readonly Feed _feed;
    private WebApplication? _server;

    private PhoneSimulator(SimulatorOptions options)
    {
        _options = options;
        _time = options.TimeProvider ?? TimeProvider.System;
        Seed = options.Seed ?? Random.Shared.Next();
        _ledger = new Ledger(Seed, _time);
        _numbers = new Numbers(options.Numbers);
        _reach = new Reach(options.Reach);
        _courier = new Courier(_reach, options.AuthToken, Requests, _time);
        _underway = new Underway(_stopping.Token);
        _outbound = new Outbound(_ledger, _numbers, Chaos, _courier, _underway, options, _time);
        var replies = new Replies(_ledger, _numbers, _optOuts, _outbound);
        _incoming = new Incoming(
            _ledger, _optOuts, _shelf, Chaos, replies, _courier, _underway, options, _time, () => Url);
        _views = new Views(_ledger, _phones, _numbers, _optOuts, _shelf, Chaos, Seed);
        _feed = new Feed(_views, _stopping.Token);
        PhonesAreThere();
        _ledger.Changed = Tell;
        _optOuts.Changed = Chaos.Changed = _feed.SetupChanged;
    }

    /// <summary>Where Twilio's REST and the page are.</summary>
    public Uri Url { get; private set; } = new("http://localhost");

    public int Seed { get; }

    /// <summary>Every message it accepted or delivered, oldest first.</summary>
    public IReadOnlyList<SimulatedMessage> Messages => _ledger.All;

    public RequestCounts Requests { get; } = new();

    public ChaosRules Chaos { get; } = new();

    public static async Task<PhoneSimulator> StartAsync(SimulatorOptions options, CancellationToken cancellationToken = default)
    {
        var simulator = new PhoneSimulator(options);
        (simulator._server, simulator.Url) = await Server.StartAsync(options.Port, simulator.Map, cancellationToken);
        return simulator;
    }

    /// <summary>A phone texts one of our numbers; the answer is that of the webhook.</summary>
    public Task<WebhookAnswer> TextAsync(string from, string to, string body, params IReadOnlyList<SimulatedMedia> media) =>
        _incoming.TextAsync(
            from, _numbers.Find(to) ?? throw new ArgumentException($"{to} is none of the simulator's numbers.", nameof(to)), body, media);

    /// <summary>Waits until no webhook or callback is under way or due.</summary>
    public Task QuietAsync() => _underway.QuietAsync();

    /// <summary>Another number of ours, or another form of one.</summary>
    public void Add(SimulatorNumber number)
    {
        _numbers.Add(number);
        _feed.SetupChanged();
    }

    /// <summary>Says where a public address really is.</summary>
    public void Reach(Uri publicBaseUrl, Uri actual) => _reach.Set(publicBaseUrl.OriginalString, actual);

    /// <summary>Whether Twilio refuses what this sender, a number or a Messaging Service, sends to that phone.</summary>
    public bool IsOptedOut(string sender, string phone) => _optOuts.Contains(sender, phone);

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
            return;
        await _stopping.CancelAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        _courier.Dispose();
        _stopping.Dispose();
    }

    private void Map(IEndpointRouteBuilder routes)
    {
        var rendering = new Rendering(_options);
        var gate = new Gate(_ledger, Chaos, Requests, _options, _time, _stopping.Token);
        new MessageRoutes(
            gate, _ledger, new Creation(_ledger, _numbers, _optOuts, _outbound), new Listing(_ledger, rendering), rendering, _shelf).Map(routes);
        new MediaRoutes(gate, _ledger, _shelf, rendering, () => Elsewhere).Map(routes);
        new PhoneRoutes(_views, _ledger, _phones, _numbers, _optOuts, _incoming, _feed).Map(routes);
        new SetupRoutes(_views, _ledger, _numbers, Chaos, _feed, Reset).Map(routes);
        PageRoutes.Map(routes);
    }

    private void Tell(SimulatedMessage message)
    {
        if (_phones.Add(message.Phone))
            _feed.SetupChanged();
        _feed.Changed(message);
    }

    private void Reset()
    {
        Chaos.Clear();
        _optOuts.Clear();
        _ledger.Clear();
        _shelf.Clear();
        Requests.Clear();
        _phones.Clear();
        PhonesAreThere();
    }

    private void PhonesAreThere()
    {
        foreach (var phone in _options.Phones)
            _phones.Add(phone);
    }

    // The same machine by its other name.
    private Uri Elsewhere => new UriBuilder(Url) { Host = Url.Host == "localhost" ? "127.0.0.1" : "localhost" }.Uri;
}
