using System.Reflection;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.ServiceBus.LocalHost;
using Microsoft.Azure.Functions.Worker.LocalHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

[assembly: TriggerListener(typeof(ServiceBusTriggerAttribute), typeof(ServiceBusListener))]

namespace Microsoft.Azure.Functions.Worker.Extensions.ServiceBus.LocalHost;

/// <summary>Serves Service Bus functions: one pump for each, all on the development broker.</summary>
internal sealed class ServiceBusListener(
    IServiceProvider services, HostJson hostJson, TimeProvider time, ILogger<ServiceBusListener> logger) : ITriggerListener, IAsyncDisposable
{
    private const string Section = "serviceBus";

    private readonly TriggerSource _sources = ActivatorUtilities.CreateInstance<TriggerSource>(services);
    private readonly MessageHandler _handler = ActivatorUtilities.CreateInstance<MessageHandler>(services);
    private readonly List<Pump> _pumps = [];
    private readonly CancellationTokenSource _stopping = new();

    public void Listen(FunctionMethod function)
    {
        var source = _sources.Of(function);
        _pumps.Add(source.RequiresSession
            ? new SessionPump(source, _handler, Renewal(), SessionWorkers(), IdleTimeout(), logger)
            : new MessagePump(source, _handler, Renewal(), MessageWorkers(), logger));
    }

    public Func<Invocation, object?>? Bind(FunctionMethod function, ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(ServiceBusReceivedMessage))
            return static invocation => ((Delivery)invocation.Trigger).Message;
        if (parameter.ParameterType == typeof(ServiceBusMessageActions))
            return static invocation => ((Delivery)invocation.Trigger).Actions;
        if (parameter.ParameterType == typeof(CancellationToken))
            return static invocation => invocation.CancellationToken;
        return null;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _pumps.ForEach(pump => pump.Start(_stopping.Token));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await using var limit = cancellationToken.Register(_handler.Abort);
        await Task.WhenAll(_pumps.Select(pump => pump.Completion));
    }

    public async ValueTask DisposeAsync()
    {
        await _sources.DisposeAsync();
        _handler.Dispose();
        _stopping.Dispose();
    }

    private LockRenewal Renewal() =>
        new(hostJson.Duration(Section, "maxAutoLockRenewalDuration", TimeSpan.FromMinutes(5)), time, logger);

    private int MessageWorkers() => hostJson.Number(Section, "maxConcurrentCalls", 16);

    private int SessionWorkers() => hostJson.Number(Section, "maxConcurrentSessions", 8);

    private TimeSpan IdleTimeout() => hostJson.Duration(Section, "sessionIdleTimeout", TimeSpan.FromMinutes(1));
}
