using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Interactions.Functions.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Twilio.Clients;

namespace Interactions.Simulation.Apps;

/// <summary>The product as it is composed when it is deployed, for instances with time, storage, bus and carrier of their own.</summary>
internal static class Blueprint
{
    public const string Account = "AC00000000000000000000000000000000";
    public const string AuthToken = "a-token-for-simulation";
    public const string PublicBaseUrl = "https://interactions.example.com";

    private static readonly List<ServiceDescriptor> Product = Compose();

    public static ServiceProvider Build(TimeProvider clock, TableServiceClient storage, ServiceBusClient bus, ITwilioRestClient carrier, IHostApplicationLifetime lifetime, ILoggerFactory? logs)
    {
        var services = new ServiceCollection();
        foreach (var descriptor in Product)
            services.Add(descriptor);
        services.Replace(ServiceDescriptor.Singleton(clock));
        services.Replace(ServiceDescriptor.Singleton(storage));
        services.Replace(ServiceDescriptor.Singleton(bus));
        services.Replace(ServiceDescriptor.Singleton(carrier));
        services.AddSingleton(lifetime);
        services.AddSingleton(logs ?? NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), logs is null ? typeof(NullLogger<>) : typeof(Logger<>));
        return services.BuildServiceProvider();
    }

    // Only what is ours, and what that is made of: the rest would serve it over a network.
    private static List<ServiceDescriptor> Compose()
    {
        var builder = FunctionsApplication.CreateBuilder(["--environment", "Development"]);
        builder.Configuration.AddInMemoryCollection(
        [
            new("AzureWebJobsStorage", "UseDevelopmentStorage=true"),
            new("ServiceBus", "Endpoint=sb://simulation;SharedAccessKeyName=Root;SharedAccessKey=secret;UseDevelopmentEmulator=true"),
            new("RoutingQueue", Queues.Routing),
            new("OutboundQueue", Queues.Outbound),
            new("TimeoutsQueue", Queues.Timeouts),
            new("Interactions:Environment", "Development"),
            new("Interactions:DevelopmentTokens", "true"),
            new("Interactions:PublicBaseUrl", PublicBaseUrl),
            new("Twilio:AccountSid", Account),
            new("Twilio:AuthToken", AuthToken),
        ]);
        builder.AddInteractions();
        return
        [
            .. builder.Services.Where(service => IsOurs(service.ServiceType) && service.ServiceType != typeof(IHostedService)),
            ServiceDescriptor.Singleton<IConfiguration>(builder.Configuration),
        ];
    }

    private static bool IsOurs(Type type) =>
        type.Assembly == typeof(Composition).Assembly
        || type.Namespace?.StartsWith("Azure.", StringComparison.Ordinal) == true
        || type == typeof(TimeProvider)
        || type == typeof(ITwilioRestClient);
}

internal static class Queues
{
    public const string Routing = "routing";
    public const string Outbound = "outbound";
    public const string Timeouts = "timeouts";
}
