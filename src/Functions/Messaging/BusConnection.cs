using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Azure.Messaging.ServiceBus.Administration;
using Interactions.Functions.Hosting;
using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Messaging;

/// <summary>Service Bus by connection string on a desk, by namespace and managed identity in Azure.</summary>
internal static class BusConnection
{
    private const string Name = "ServiceBus";

    // A webhook has a few seconds in all: whoever sends learns in time that the bus is away.
    private static readonly ServiceBusClientOptions Hasty = new()
    {
        RetryOptions = new ServiceBusRetryOptions { MaxRetries = 1, Delay = TimeSpan.FromMilliseconds(200), TryTimeout = TimeSpan.FromSeconds(4) },
    };

    public static ServiceBusClient Open(IConfiguration configuration) => Open(
        configuration,
        connectionString => new ServiceBusClient(connectionString, Hasty),
        serverName => new ServiceBusClient(serverName, new DefaultAzureCredential(), Hasty));

    public static ServiceBusAdministrationClient OpenAdministration(IConfiguration configuration) => Open(
        configuration,
        connectionString => new ServiceBusAdministrationClient(connectionString),
        serverName => new ServiceBusAdministrationClient(serverName, new DefaultAzureCredential()));

    private static T Open<T>(IConfiguration configuration, Func<string, T> byConnectionString, Func<string, T> byNamespace)
    {
        if (configuration[$"{Name}:fullyQualifiedNamespace"] is { Length: > 0 } serverName)
            return byNamespace(serverName);

        var connectionString = configuration.Require(
            Name, $"a Service Bus connection string, or {Name}__fullyQualifiedNamespace to a namespace's host name");
        try
        {
            return byConnectionString(connectionString);
        }
        catch (Exception malformed) when (malformed is FormatException or ArgumentException)
        {
            throw new SettingException($"The setting {Name} is not a Service Bus connection string (Endpoint=sb://...;SharedAccessKeyName=...;SharedAccessKey=...).", malformed);
        }
    }
}
