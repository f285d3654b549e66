using System.Globalization;
using Interactions.Standins.Tests.ServiceBus.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.LocalHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Standins.Tests.Host;

public sealed class When_a_timer_triggers_a_function
{
    private readonly Recorder _recorder = new();
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task It_runs_at_each_moment_of_its_schedule()
    {
        await using var host = await StartAsync(typeof(EveryMinute));

        foreach (var minute in Enumerable.Range(1, 3))
        {
            await AdvanceAsync(TimeSpan.FromSeconds(59));
            Assert.Equal(minute - 1, _recorder.Seen.Count);
            await AdvanceAsync(TimeSpan.FromSeconds(1));
            await Recorder.UntilAsync(() => _recorder.Seen.Count == minute);
        }

        Assert.Equal(["12:01:00 next 12:02:00", "12:02:00 next 12:03:00", "12:03:00 next 12:04:00"], _recorder.Seen);
    }

    [Fact]
    public async Task A_far_moment_is_waited_for_as_long_as_it_takes()
    {
        await using var host = await StartAsync(typeof(NewYear));

        while (_time.Now < new DateTimeOffset(2026, 12, 31, 12, 0, 0, TimeSpan.Zero))
            await AdvanceAsync(TimeSpan.FromHours(12));
        await AdvanceAsync(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        Assert.Empty(_recorder.Seen);
        await AdvanceAsync(TimeSpan.FromSeconds(1));

        await Recorder.UntilAsync(() => _recorder.Seen.Count == 1);
    }

    [Fact]
    public async Task It_runs_at_once_where_it_asks_for_that()
    {
        await using var host = await StartAsync(typeof(AtStartup));

        await Recorder.UntilAsync(() => _recorder.Seen.Count == 1);
    }

    [Fact]
    public async Task It_never_runs_twice_at_once_and_skips_what_falls_due_meanwhile()
    {
        await using var host = await StartAsync(typeof(Slow));
        await AdvanceAsync(TimeSpan.FromMinutes(1));
        await Recorder.UntilAsync(() => _recorder.Running == 1);

        _time.Advance(TimeSpan.FromMinutes(5));
        _recorder.Door.SetResult();
        await Recorder.UntilAsync(() => _recorder.Seen.Count == 1);
        await AdvanceAsync(TimeSpan.FromMinutes(1));
        await Recorder.UntilAsync(() => _recorder.Seen.Count == 2);

        Assert.Equal(1, _recorder.MostAtOnce);
    }

    [Fact]
    public async Task One_that_throws_runs_again_the_next_time()
    {
        await using var host = await StartAsync(typeof(Failing));

        await AdvanceAsync(TimeSpan.FromMinutes(1));
        await Recorder.UntilAsync(() => _recorder.Seen.Count == 1);
        await AdvanceAsync(TimeSpan.FromMinutes(1));

        await Recorder.UntilAsync(() => _recorder.Seen.Count == 2);
    }

    [Fact]
    public async Task It_finishes_before_the_host_stops()
    {
        await using var host = await StartAsync(typeof(Slow));
        await AdvanceAsync(TimeSpan.FromMinutes(1));
        await Recorder.UntilAsync(() => _recorder.Running == 1);

        var stopping = host.StopAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(200));
        Assert.False(stopping.IsCompleted);
        _recorder.Door.SetResult();
        await stopping;

        Assert.Single(_recorder.Seen);
    }

    [Theory]
    [InlineData(typeof(Unreadable), "is neither six cron fields nor an interval")]
    [InlineData(typeof(UnknownSetting), "it refers to the setting Missing, which is missing")]
    public async Task A_schedule_that_cannot_be_read_is_refused_at_start(Type functions, string reason)
    {
        var fault = await Assert.ThrowsAsync<FunctionHostException>(() => StartAsync(functions));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    private Task<RunningHost> StartAsync(Type functions) => RunningHost.StartAsync(
        builder =>
        {
            builder.Services.AddSingleton(_recorder);
            builder.Services.AddSingleton<TimeProvider>(_time);
            builder.Configuration.AddInMemoryCollection([new("EveryMinute", "0 * * * * *")]);
        },
        functions);

    // The clock of the function has to be waiting before time moves on, or it would not notice.
    private async Task AdvanceAsync(TimeSpan by)
    {
        await Recorder.UntilAsync(() => _time.ArmedTimers > 0);
        _time.Advance(by);
    }

    public sealed class EveryMinute(Recorder recorder, TimeProvider time)
    {
        [Function("EveryMinute")]
        public void Run([TimerTrigger("%EveryMinute%")] TimerInfo timer) => recorder.Note(string.Create(
            CultureInfo.InvariantCulture, $"{time.GetUtcNow():HH:mm:ss} next {timer.ScheduleStatus!.Next:HH:mm:ss}"));
    }

    public sealed class NewYear(Recorder recorder)
    {
        [Function("NewYear")]
        public void Run([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer) => recorder.Note("a new year");
    }

    public sealed class AtStartup(Recorder recorder)
    {
        [Function("AtStartup")]
        public void Run([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) => recorder.Note("at once");
    }

    public sealed class Slow(Recorder recorder)
    {
        [Function("Slow")]
        public async Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer)
        {
            await recorder.PassDoorAsync();
            recorder.Note("done");
        }
    }

    public sealed class Failing(Recorder recorder)
    {
        [Function("Failing")]
        public void Run([TimerTrigger("0 * * * * *")] TimerInfo timer)
        {
            recorder.Note("tried");
            throw new InvalidOperationException("not this time");
        }
    }

    public sealed class Unreadable(Recorder recorder)
    {
        [Function("Unreadable")]
        public void Run([TimerTrigger("soon")] TimerInfo timer) => recorder.Note("never");
    }

    public sealed class UnknownSetting(Recorder recorder)
    {
        [Function("UnknownSetting")]
        public void Run([TimerTrigger("%Missing%")] TimerInfo timer) => recorder.Note("never");
    }
}
