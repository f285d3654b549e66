using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Extensions.ServiceBus.LocalHost;

internal static partial class Logs
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Function {Function} failed (invocation {InvocationId}, delivery {DeliveryCount})")]
    public static partial void FunctionFailed(this ILogger logger, string function, string invocationId, int deliveryCount, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Function {Function} held message {MessageId} longer than its lock; it is delivered again")]
    public static partial void LockLost(this ILogger logger, string function, string messageId, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "A queue could not be listened to; trying again soon")]
    public static partial void PumpFailed(this ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A lock could not be renewed; what it holds is delivered again")]
    public static partial void LockNotRenewed(this ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lock of a session was lost; it is accepted again")]
    public static partial void SessionLost(this ILogger logger, Exception fault);
}
