using Interactions.Functions.Attachments;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Orders;
using Interactions.Functions.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Interactions.Functions.Tests.Attachments;

/// <summary>An app whose provider is on this machine, with a store that it sends on to, and less patience than usual.</summary>
public sealed class Provider : IAsyncLifetime
{
    private static readonly MediaLimits Brief = MediaLimits.Usual with { Largest = 200_000, ForHeaders = TimeSpan.FromSeconds(2), ForMore = TimeSpan.FromSeconds(1) };

    internal RunningApp App { get; private set; } = null!;

    internal MediaServer Api { get; private set; } = null!;

    internal MediaServer Store { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        (Api, Store) = (await MediaServer.StartAsync(), await MediaServer.StartAsync());
        var settings = AppSettings.Default with
        {
            Storage = await SharedAzurite.NextAsync(),
            More = new Dictionary<string, string?> { ["Twilio:ApiBaseUrl"] = Api.Address },
        };
        App = await RunningApp.StartWatchedAsync(new Calls(), settings, services => services.Replace(ServiceDescriptor.Singleton(Brief)));
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Api.DisposeAsync();
        await Store.DisposeAsync();
    }

    /// <summary>A matter in which the customer has sent these, and the address of the first of them here.</summary>
    internal async Task<(Matter Matter, string Path)> ReceiveAsync(params string[] urls)
    {
        var matter = await Matter.ActiveAsync(App);
        var message = matter.Customer.Message("Look", to: matter.Team.Number).With("NumMedia", $"{urls.Length}");
        foreach (var (place, url) in urls.Index())
            message = message.With($"MediaUrl{place}", url).With($"MediaContentType{place}", "image/png");
        Assert.Equal(System.Net.HttpStatusCode.OK, (await Answer.To(App, message)).Status);
        var received = (await matter.LogAsync())["items"].AsArray().Last(entry => (string?)entry!["kind"] == "messageReceived")!;
        return (matter, $"{matter.Path}/messages/{received["sequence"]}/media/0");
    }

    /// <summary>The answer as soon as it begins, as a browser gets it.</summary>
    internal async Task<HttpResponseMessage> LookAsync(Seat seat, string path, HttpMethod? method = null)
    {
        using var request = seat.Request(method ?? HttpMethod.Get, path);
        return await App.Client.SendAsync(request);
    }
}
