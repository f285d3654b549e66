using System.Diagnostics;
using System.Globalization;
using Interactions.Functions.Hosting;

namespace Interactions.Functions.Telemetry;

/// <summary>One run of a function: how long it takes, what it costs of storage and bus, and how it ends.</summary>
internal sealed class Run
{
    private static readonly AsyncLocal<Run?> Running = new();

    private readonly string _function;
    private readonly Activity? _span;
    private readonly long _began = Stopwatch.GetTimestamp();
    private int _transactions;
    private int _messages;
    private bool _hasEnded;

    private Run(string function, Activity? span) => (_function, _span) = (function, span);

    /// <summary>Everything that is done from here on by the same flow is part of it.</summary>
    public static Run Begin(string function, ActivityKind kind, string? traceParent, string? cause = null)
    {
        var run = new Run(function, Traces.BeginFrom(function, kind, traceParent, cause));
        Running.Value = run;
        return run;
    }

    public static void CountTransaction()
    {
        if (Running.Value is { } run)
            Interlocked.Increment(ref run._transactions);
    }

    public static void CountMessage()
    {
        if (Running.Value is { } run)
            Interlocked.Increment(ref run._messages);
    }

    /// <summary>Something that nobody waits for an answer of.</summary>
    public async Task CarryOutAsync(Func<Task> act)
    {
        await WatchAsync(act);
        End("done");
    }

    /// <summary>What fails ends it.</summary>
    public async Task WatchAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception fault)
        {
            _span?.SetTag("error.type", fault.GetType().Name);
            End("failed", hasFailed: true);
            throw;
        }
    }

    /// <summary>What a request was answered with.</summary>
    public void Answer(int status)
    {
        _span?.SetTag("http.response.status_code", status);
        End(status.ToString(CultureInfo.InvariantCulture), hasFailed: status >= 500);
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
