using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Interactions.Functions.Hosting;
using Interactions.Functions.Outbound;
using Interactions.Functions.Routing;
using Interactions.Functions.Tests.Contract;
using Interactions.Functions.Timers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.LocalHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Tests.Driver;

/// <summary>The whole app as it is deployed, on a port of its own, with the emulator and a bus of its own.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly IHost _host;

    private RunningApp(IHost host, AppSettings settings)
    {
        _host = host;
        Settings = settings;
        var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Address = new Uri(addresses.Single());
        Client = NewClient();
    }

    /// <summary>Whatever comes back through it has to be as the app's own document says.</summary>
    public HttpClient Client { get; }

    public AppSettings Settings { get; }

    /// <summary>Where it really is, which is not the public address that Twilio signs.</summary>
    public Uri Address { get; }

    public IServiceProvider Services => _host.Services;

    /// <summary>An app that is configured and can take in messages; what it calls can be counted and made to fail.</summary>
    public static async Task<RunningApp> StartWatchedAsync(
        Calls calls, AppSettings? settings = null, Action<IServiceCollection>? change = null, bool routes = false, bool sends = false)
    {
        settings ??= AppSettings.Default with { Storage = await SharedAzurite.NextAsync() };
        var app = await StartAsync(settings, services =>
        {
            services.Replace(ServiceDescriptor.Singleton(WatchedStorage.Open(settings, calls)));
            services.Replace(ServiceDescriptor.Singleton<ServiceBusClient>(_ => new WatchedBus(new ServiceBusClient(settings.Bus), calls)));
            change?.Invoke(services);
        }, routes, sends);
        await Lines.AreConfiguredAsync(app);
        return app;
    }

    /// <param name="routes">Whether what waits is given to agents and timers fire; most tests want to be alone with what they do.</param>
    /// <param name="sends">Whether what is written goes out.</param>
    public static async Task<RunningApp> StartAsync(
        AppSettings? settings = null, Action<IServiceCollection>? change = null, bool routes = false, bool sends = false)
    {
        settings ??= AppSettings.Default with { Storage = await SharedAzurite.NextAsync() };
        var builder = FunctionsApplication.CreateBuilder(["--urls", "http://127.0.0.1:0", "--environment", "Development"]);
        builder.Configuration.AddInMemoryCollection(settings.Values);
        builder.Logging.ClearProviders();
        builder.Services.Configure<LocalHostOptions>(options => options.Types =
        [
            .. typeof(Composition).Assembly.GetTypes().Where(type =>
                (routes || (type != typeof(RoutingFunction) && type != typeof(TimeoutsFunction)))
                && (sends || type != typeof(OutboundFunction))
                && !RunsByTheClock(type)),
        ]);
        builder.ConfigureFunctionsWebApplication();
        builder.AddInteractions();
        if (settings.Memory is { } tables)
            builder.Services.Replace(ServiceDescriptor.Singleton<TableServiceClient>(tables));
        change?.Invoke(builder.Services);

        var host = builder.Build();
        await host.StartAsync();
        return new RunningApp(host, settings);
    }

    // They look at everything that is stored, whichever test stored it: who wants one, calls it.
    private static bool RunsByTheClock(Type type) => type.GetMethods()
        .SelectMany(method => method.GetParameters()).Any(parameter => parameter.IsDefined(typeof(TimerTriggerAttribute), inherit: false));

    /// <summary>Another one, with connections of its own.</summary>
    public HttpClient NewClient() => new(new Contracted()) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.StopAsync();
        _host.Dispose();
    }
}
