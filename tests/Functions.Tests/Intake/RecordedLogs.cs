using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Tests.Intake;

/// <summary>Everything an app logs, of every level that it does not turn off itself: the message, what it is made of, the scope and the fault.</summary>
internal sealed class RecordedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _records = new();

    public IReadOnlyList<string> Records => [.. _records];

    public void RecordIn(IServiceCollection services)
    {
        services.AddSingleton<ILoggerProvider>(this);
        services.Configure<LoggerFilterOptions>(options => options.MinLevel = LogLevel.Trace);
    }

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _records);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<string> records) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            records.Enqueue($"{category} scope {Parts(state)}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            records.Enqueue($"{category} {logLevel} {formatter(state, exception)} {Parts(state)} {exception}");

        private static string Parts<TState>(TState state)
        {
            if (state is not IEnumerable<KeyValuePair<string, object?>> parts)
                return $"{state}";
            var text = new StringBuilder();
            foreach (var (name, value) in parts)
                text.Append(name).Append('=').Append(value).Append(' ');
            return text.ToString();
        }
    }
}
