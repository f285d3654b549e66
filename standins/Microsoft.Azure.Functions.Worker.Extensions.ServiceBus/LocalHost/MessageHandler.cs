using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker.LocalHost;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Extensions.ServiceBus.LocalHost;

/// <summary>Runs a function for a message, and settles the message by how the function ended.</summary>
internal sealed class MessageHandler(FunctionInvoker invoker, ILogger<MessageHandler> logger) : IDisposable
{
    private readonly CancellationTokenSource _abort = new();

    /// <summary>Tells the functions that still run to give up: the host has waited long enough.</summary>
    public void Abort() => _abort.Cancel();

    /// <summary>False when the message could not be settled, because its lock was lost.</summary>
    public async Task<bool> HandleAsync(QueueSource source, Delivery delivery)
    {
        var succeeded = await RunAsync(source.Function, delivery);
        if (delivery.Actions.Settled || (succeeded && !source.AutoComplete))
            return true;

        try
        {
            await (succeeded
                ? delivery.Receiver.CompleteMessageAsync(delivery.Message)
                : delivery.Receiver.AbandonMessageAsync(delivery.Message));
            return true;
        }
        catch (ServiceBusException lost) when (lost.Reason is ServiceBusFailureReason.MessageLockLost or ServiceBusFailureReason.SessionLockLost)
        {
            logger.LockLost(source.Function.Name, delivery.Message.MessageId, lost);
            return false;
        }
    }

    public void Dispose() => _abort.Dispose();

    private async Task<bool> RunAsync(FunctionMethod function, Delivery delivery)
    {
        var invocation = new Invocation(function, delivery, new Dictionary<string, object?>(), _abort.Token);
        try
        {
            await invoker.InvokeAsync(invocation);
            return true;
        }
        catch (Exception fault)
        {
            logger.FunctionFailed(function.Name, invocation.InvocationId, delivery.Message.DeliveryCount, fault);
            return false;
        }
    }
}
