#nullable disable

using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Messaging.ServiceBus.Broker;
using Azure.Messaging.ServiceBus.Rest;

namespace Azure.Messaging.ServiceBus.Administration;

public class ServiceBusAdministrationClient
{
    private readonly IQueueCounts _counts;

    protected ServiceBusAdministrationClient()
    {
    }

    public ServiceBusAdministrationClient(string connectionString)
        : this(connectionString, new ServiceBusAdministrationClientOptions())
    {
    }

    public ServiceBusAdministrationClient(string connectionString, ServiceBusAdministrationClientOptions options)
    {
        var properties = ServiceBusConnectionStringProperties.Parse(connectionString).Complete();
        _counts = properties.UseDevelopmentEmulator
            ? new BrokerCounts(properties.Endpoint)
            : Rest(properties.FullyQualifiedNamespace, Authorization.Of(properties, TimeProvider.System), options);
    }

    public ServiceBusAdministrationClient(string fullyQualifiedNamespace, TokenCredential credential)
        : this(fullyQualifiedNamespace, credential, new ServiceBusAdministrationClientOptions())
    {
    }

    public ServiceBusAdministrationClient(
        string fullyQualifiedNamespace, TokenCredential credential, ServiceBusAdministrationClientOptions options) =>
        _counts = Rest(RestAddress.HostOf(fullyQualifiedNamespace), Authorization.Of(credential), options);

    public virtual Task<Response<QueueRuntimeProperties>> GetQueueRuntimePropertiesAsync(
        string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return _counts.OfAsync(name, cancellationToken);
    }

    public virtual AsyncPageable<QueueRuntimeProperties> GetQueuesRuntimePropertiesAsync(CancellationToken cancellationToken = default) =>
        _counts.OfAll(cancellationToken);

    private static RestCounts Rest(string host, HttpPipelinePolicy authorization, ServiceBusAdministrationClientOptions options) =>
        new(host, new RestPipeline(HttpPipelineBuilder.Build(options ?? new ServiceBusAdministrationClientOptions(), authorization)));
}
