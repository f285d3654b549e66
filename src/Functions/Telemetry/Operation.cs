using System.Diagnostics;
using Interactions.Functions.Hosting;

namespace Interactions.Functions.Telemetry;

/// <summary>One run of a function: how long it takes, what it costs of storage and bus, and how it ends.</summary>
internal sealed class Operation
{
    private static readonly AsyncLocal<Operation?> Running = new();

    private readonly string _function;
    private readonly Activity? _span;
    private readonly long _began = Stopwatch.GetTimestamp();
    private int _transactions;
    private int _messages;
    private bool _hasEnded;

    private Operation(string function, Activity? span) => (_function, _span) = (function, span);

    /// <summary>Everything that is done from here on by the same flow is part of it.</summary>
    public static Operation Begin(string function, ActivityKind kind, string? traceParent, string? cause = null)
    {
        var operation = new Operation(function, Traces.BeginFrom(function, kind, traceParent, cause));
        Running.Value = operation;
        return operation;
    }

    public static void CountTransaction()
    {
        if (Running.Value is { } operation)
            Interlocked.Increment(ref operation._transactions);
    }

    public static void CountMessage()
    {
        if (Running.Value is { } operation)
            Interlocked.Increment(ref operation._messages);
    }

    /// <summary>Runs it; what fails ends it.</summary>
    public async Task WatchAsync(Func<Task> run)
    {
        try
        {
            await run();
        }
        catch
        {
            End("failed", hasFailed: true);
            throw;
        }
    }

    /// <summary>Only the first end counts.</summary>
    public void End(string outcome, bool hasFailed = false)
    {
        if (Interlocked.Exchange(ref _hasEnded, true))
            return;

        var function = new KeyValuePair<string, object?>("function", _function);
        Metrics.Duration.Record(Stopwatch.GetElapsedTime(_began).TotalSeconds, function, new("outcome", outcome));
        Metrics.Transactions.Record(_transactions, function);
        Metrics.Messages.Record(_messages, function);
        if (_span is null)
            return;

        _span.SetTag("interactions.outcome", outcome);
        _span.SetTag("interactions.transactions", _transactions);
        _span.SetTag("interactions.messages", _messages);
        if (hasFailed)
            _span.SetStatus(ActivityStatusCode.Error);
        _span.Dispose();
    }
}
