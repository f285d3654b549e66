using System.Collections.Immutable;
using Interactions.Simulator;
using Twilio.Clients;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Types;

namespace Interactions.Functions.Tests.Phones;

/// <summary>A simulator alone, with somebody who hears its webhooks and Twilio's client to ask it.</summary>
internal sealed class Bench : IAsyncDisposable
{
    public const string Line = "+15550100001";
    public const string Phone = "+12025550123";
    public const string Service = "MG00000000000000000000000000000001";

    private Bench(Listener app, PhoneSimulator phones)
    {
        App = app;
        Phones = phones;
        Client = TwilioClient.For(phones);
    }

    public Listener App { get; }

    public PhoneSimulator Phones { get; }

    public TwilioRestClient Client { get; }

    public static async Task<Bench> StartAsync(int seed = 1, Func<SimulatorOptions, SimulatorOptions>? change = null)
    {
        var app = await Listener.StartAsync();
        var options = new SimulatorOptions
        {
            Seed = seed,
            InboundUrl = new Uri(Listener.Inbound),
            FallbackUrl = new Uri(Listener.Fallback),
            Reach = ImmutableDictionary<string, Uri>.Empty.Add(Listener.PublicBaseUrl, app.Address),
        };
        return new Bench(app, await PhoneSimulator.StartAsync(change?.Invoke(options) ?? options));
    }

    public Task<MessageResource> SendAsync(string body = "Hello", string to = Phone, string? from = Line) => MessageResource.CreateAsync(
        new CreateMessageOptions(new PhoneNumber(to)) { From = from is null ? null : new PhoneNumber(from), Body = body, StatusCallback = new Uri(Listener.Status) },
        Client);

    /// <summary>The statuses that callbacks told of, in the order in which they came.</summary>
    public async Task<IEnumerable<string?>> ToldAsync()
    {
        await Phones.QuietAsync();
        return App.Callbacks.Select(call => call["MessageStatus"]);
    }

    public async ValueTask DisposeAsync()
    {
        await Phones.DisposeAsync();
        await App.DisposeAsync();
    }
}
