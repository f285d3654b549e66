using System.Diagnostics;
using System.Globalization;
using Interactions.Functions.Hosting;
using Microsoft.AspNetCore.Http;

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
        try
        {
            await act();
        }
        catch (Exception fault)
        {
            End("failed", fault: fault);
            throw;
        }

        End("done");
    }

    /// <summary>What a request was answered with.</summary>
    /// <param name="fault">Why it could not be answered.</param>
    public void Answer(int status, Exception? fault = null) => End(status.ToString(CultureInfo.InvariantCulture), status, fault);

    /// <summary>Only the first end counts.</summary>
    public void End(string outcome, int? status = null, Exception? fault = null)
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
        _span.SetTag("http.response.status_code", status);
        _span.SetTag("error.type", fault?.GetBaseException().GetType().Name);
        if (fault is not null || status >= StatusCodes.Status500InternalServerError)
            _span.SetStatus(ActivityStatusCode.Error);
        _span.Dispose();
    }
}
