using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Timer.LocalHost;
using Microsoft.Azure.Functions.Worker.Extensions.Timer.Schedules;
using Microsoft.Azure.Functions.Worker.LocalHost;
using Microsoft.Extensions.Logging;

[assembly: TriggerListener(typeof(TimerTriggerAttribute), typeof(TimerListener))]

namespace Microsoft.Azure.Functions.Worker.Extensions.Timer.LocalHost;

/// <summary>Serves timer functions, each by a clock of its own.</summary>
internal sealed class TimerListener(FunctionInvoker invoker, Settings settings, TimeProvider time, ILogger<TimerListener> logger)
    : ITriggerListener, IAsyncDisposable
{
    private readonly List<TimerClock> _clocks = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _abort = new();
    private Task _running = Task.CompletedTask;

    public void Listen(FunctionMethod function)
    {
        var trigger = (TimerTriggerAttribute)function.Trigger;
        try
        {
            var schedule = TimerSchedule.Parse(settings.Resolve(function, trigger.Schedule));
            _clocks.Add(new TimerClock(schedule, trigger.RunOnStartup, time, info => RunAsync(function, info)));
        }
        catch (FormatException wrong)
        {
            throw function.Unserved(wrong.Message);
        }
    }

    public Func<Invocation, object?>? Bind(FunctionMethod function, ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(TimerInfo))
            return static invocation => invocation.Trigger;
        if (parameter.ParameterType == typeof(CancellationToken))
            return static invocation => invocation.CancellationToken;
        return null;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _running = Task.WhenAll(_clocks.Select(clock => Task.Run(() => clock.RunAsync(_stopping.Token), CancellationToken.None)));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await using var limit = cancellationToken.Register(_abort.Cancel);
        await _running;
    }

    public ValueTask DisposeAsync()
    {
        _stopping.Dispose();
        _abort.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task RunAsync(FunctionMethod function, TimerInfo info)
    {
        var invocation = new Invocation(function, info, new Dictionary<string, object?>(), _abort.Token);
        try
        {
            await invoker.InvokeAsync(invocation);
        }
        catch (Exception fault)
        {
            logger.FunctionFailed(function.Name, invocation.InvocationId, fault);
        }
    }
}
