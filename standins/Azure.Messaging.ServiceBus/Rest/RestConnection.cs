using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Messaging.ServiceBus.Broker;
using Azure.Messaging.ServiceBus.Connections;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>A real namespace, for sending only.</summary>
internal sealed class RestConnection(string host, HttpPipelinePolicy authorization, ServiceBusClientOptions options)
    : NamespaceConnection(host, options)
{
    private readonly RestPipeline _pipeline = RestPipeline.For(options, authorization);

    public override async Task<IReadOnlyList<long>> SendAsync(
        string entityPath, IReadOnlyList<MessageContents> messages, CancellationToken cancellationToken)
    {
        MessageSize.Check(messages, entityPath);
        using var request = _pipeline.CreateRequest(RequestMethod.Post, RestAddress.Messages(FullyQualifiedNamespace, entityPath));
        if (messages.Count == 1)
            RestMessage.WriteOne(request, messages[0]);
        else
            RestMessage.WriteBatch(request, messages);

        using var response = await _pipeline.SendAsync(request, entityPath, cancellationToken);
        return [];
    }

    /// <summary>Refused before anything is sent: a failure after it would look as if nothing had been.</summary>
    public override Task<IReadOnlyList<long>> ScheduleAsync(
        string entityPath, IReadOnlyList<MessageContents> messages, CancellationToken cancellationToken) =>
        throw new NotSupportedException(
            "Over REST the service does not tell a scheduled message's sequence number: set ScheduledEnqueueTime and send it instead.");

    public override ReceivingEnd Receive(EntityAddress address) => throw CannotReceive();

    public override void EnsureReceives() => throw CannotReceive();

    private NotSupportedException CannotReceive() => new(
        $"The stand-in for Azure.Messaging.ServiceBus only sends to a real namespace ({FullyQualifiedNamespace}); "
        + "build with -p:Standins=false to receive from it.");
}
