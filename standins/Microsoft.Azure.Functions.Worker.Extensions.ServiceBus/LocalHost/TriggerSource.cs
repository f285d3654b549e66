using System.Reflection;
using Azure.Messaging.ServiceBus;
using Azure.Messaging.ServiceBus.Broker;
using Microsoft.Azure.Functions.Worker.LocalHost;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Extensions.ServiceBus.LocalHost;

/// <summary>Finds the queue that a trigger means, and refuses what could never deliver.</summary>
internal sealed class TriggerSource(IConfiguration configuration, Settings settings, HostJson hostJson) : IAsyncDisposable
{
    private readonly Dictionary<string, ServiceBusClient> _clients = [];

    public QueueSource Of(FunctionMethod function)
    {
        var trigger = (ServiceBusTriggerAttribute)function.Trigger;
        var connectionString = ConnectionStringOf(function, trigger.Connection ?? "AzureWebJobsServiceBus");
        var queue = settings.Resolve(function, trigger.QueueName!);

        if (!DevelopmentBroker.For(connectionString).TryQueue(queue, out var declared))
            throw function.Unserved($"there is no queue named {queue}.");
        if (declared.RequiresSession != trigger.IsSessionsEnabled)
        {
            throw function.Unserved(
                $"queue {queue} {(declared.RequiresSession ? "requires" : "does not have")} sessions, so IsSessionsEnabled has to be {declared.RequiresSession}.");
        }

        return new QueueSource(function, ClientOf(connectionString), queue, declared.RequiresSession, AutoCompletes(function));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values)
            await client.DisposeAsync();
    }

    private ServiceBusClient ClientOf(string connectionString)
    {
        if (!_clients.TryGetValue(connectionString, out var client))
            _clients[connectionString] = client = new ServiceBusClient(connectionString);
        return client;
    }

    private string ConnectionStringOf(FunctionMethod function, string name) => configuration[name] switch
    {
        { Length: > 0 } connectionString when DevelopmentBroker.IsMeantBy(connectionString) => connectionString,
        { Length: > 0 } => throw function.Unserved(
            $"the local host receives from the development broker only, and the setting {name} names a real namespace."),
        _ => throw function.Unserved($"its connection, the setting {name}, is missing."),
    };

    // What the attribute does not mention is for host.json to decide, so it matters whether it is written there at all.
    private bool AutoCompletes(FunctionMethod function)
    {
        var written = function.TriggerParameter.GetCustomAttributesData()
            .Single(data => data.AttributeType == typeof(ServiceBusTriggerAttribute))
            .NamedArguments.Any(argument => argument.MemberName == nameof(ServiceBusTriggerAttribute.AutoCompleteMessages));
        return written
            ? ((ServiceBusTriggerAttribute)function.Trigger).AutoCompleteMessages
            : hostJson.Flag("serviceBus", "autoCompleteMessages", fallback: true);
    }
}
