using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Extensions.Timer.LocalHost;

internal static partial class Logs
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Function {Function} failed (invocation {InvocationId})")]
    public static partial void FunctionFailed(this ILogger logger, string function, string invocationId, Exception fault);
}
