using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Hosting;

/// <summary>Every log message of the product. None holds a phone number, a text or a secret.</summary>
internal static partial class Logs
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The tables could not be created; trying again soon")]
    public static partial void TablesNotCreated(this ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not ready: {Dependency} cannot be reached")]
    public static partial void NotReady(this ILogger logger, string dependency, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not ready: {Dependency} did not answer within {Patience}")]
    public static partial void NotReady(this ILogger logger, string dependency, TimeSpan patience);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No numbers for interactions could be leased")]
    public static partial void NumbersNotLeased(this ILogger logger, Exception fault);
}
