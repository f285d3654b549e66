using System.Diagnostics;
using Azure.Messaging.ServiceBus;
using Interactions.Domain.Interactions;
using Interactions.Functions.Telemetry;

namespace Interactions.Functions.Messaging;

/// <summary>Puts wakes on the bus; a timeout appears there when it is due.</summary>
internal sealed class WakeSender(ServiceBusClient bus, QueueNames queues) : IAsyncDisposable
{
    private readonly ServiceBusSender _routing = bus.CreateSender(queues.Routing);
    private readonly ServiceBusSender _outbound = bus.CreateSender(queues.Outbound);
    private readonly ServiceBusSender _timeouts = bus.CreateSender(queues.Timeouts);

    public Task SendAsync(Wake wake, CancellationToken cancellationToken) =>
        SendAsync(wake, attempt: 0, at: null, cancellationToken);

    /// <summary>Sends a wake that shall be looked at later: one that came too early, or what will be known only then.</summary>
    public Task SendAtAsync(Wake wake, DateTimeOffset at, int attempt, CancellationToken cancellationToken) =>
        SendAsync(wake, attempt, (DateTimeOffset?)at, cancellationToken);

    private async Task SendAsync(Wake wake, int attempt, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        using var span = Traces.Begin("wake", ActivityKind.Producer);
        var message = WakeMessage.Of(wake, attempt, at, span.Onward());
        span?.SetTag("interactions.wake", message.Subject);
        Run.CountMessage();
        try
        {
            await SenderOf(wake).SendMessageAsync(message, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            span?.SetStatus(ActivityStatusCode.Error);
            throw new BusUnavailableException(fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _routing.DisposeAsync();
        await _outbound.DisposeAsync();
        await _timeouts.DisposeAsync();
    }

    private ServiceBusSender SenderOf(Wake wake) => wake switch
    {
        Wake.Route or Wake.Serve => _routing,
        Wake.Send => _outbound,
        Wake.Timeout => _timeouts,
        _ => throw new NotSupportedException($"No queue is known for {wake.GetType().Name}."),
    };
}
