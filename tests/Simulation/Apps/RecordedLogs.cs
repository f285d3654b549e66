using Interactions.Simulation.Telling;
using Microsoft.Extensions.Logging;

namespace Interactions.Simulation.Apps;

/// <summary>What an instance logs, among what happens.</summary>
internal sealed class RecordedLogs(Chronicle chronicle, string instance) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new Entries(chronicle, $"{instance} {categoryName[(categoryName.LastIndexOf('.') + 1)..]}");

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("Logs go nowhere else.");

    public void Dispose()
    {
    }

    private sealed class Entries(Chronicle chronicle, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var cause = exception?.GetBaseException();
            chronicle.Tell($"{name}: {formatter(state, exception)} {(cause is null ? "" : $"({cause.GetType().Name}: {cause.Message})")}");
        }
    }
}
