using Azure.Messaging.ServiceBus;
using Interactions.Standins.Tests.ServiceBus.Support;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Standins.Tests.Host;

public sealed class When_sessions_trigger_a_function
{
    [Fact]
    public async Task Each_sessions_messages_are_handled_in_order_and_one_at_a_time()
    {
        var recorder = new Recorder();
        await using var bus = await QueueHost.StartAsync(recorder, typeof(Ordered));
        foreach (var number in Enumerable.Range(0, 20))
        {
            foreach (var session in (string[])["a", "b", "c", "d"])
                await bus.SendAsync("sessions", $"{number}", session);
        }

        await Recorder.UntilAsync(() => recorder.Seen.Count == 160);

        foreach (var session in (string[])["a", "b", "c", "d"])
        {
            var events = recorder.Seen.Where(seen => seen.StartsWith(session, StringComparison.Ordinal));
            Assert.Equal(Enumerable.Range(0, 20).SelectMany(number => (string[])[$"{session} begins {number}", $"{session} ends {number}"]), events);
        }
    }

    [Fact]
    public async Task No_more_sessions_are_open_at_once_than_host_json_allows_and_all_get_their_turn()
    {
        var recorder = new Recorder();
        await using var bus = await QueueHost.StartAsync(recorder, typeof(Held));
        foreach (var session in (string[])["a", "b", "c", "d", "e"])
            await bus.SendAsync("sessions", "one", session);

        await Recorder.UntilAsync(() => recorder.Running == 2);
        await Task.Delay(TimeSpan.FromMilliseconds(200));
        recorder.Door.SetResult();
        await Recorder.UntilAsync(() => recorder.Seen.Count == 5);

        Assert.Equal(2, recorder.MostAtOnce);
        Assert.Equal(["a", "b", "c", "d", "e"], recorder.Seen.Order());
    }

    [Fact]
    public async Task A_failed_message_is_tried_again_before_the_next_of_its_session()
    {
        var recorder = new Recorder();
        await using var bus = await QueueHost.StartAsync(recorder, typeof(FailingOnce));
        await bus.SendAsync("sessions", "first", "a");
        await bus.SendAsync("sessions", "second", "a");

        await Recorder.UntilAsync(() => recorder.Seen.Count == 3);

        Assert.Equal(["first, delivery 1", "first, delivery 2", "second, delivery 1"], recorder.Seen);
    }

    [Fact]
    public async Task A_sessions_lock_is_renewed_while_a_message_is_handled()
    {
        var recorder = new Recorder();
        var time = new ManualTimeProvider();
        await using var bus = await QueueHost.StartAsync(recorder, typeof(Held), time);
        await bus.SendAsync("sessions", "long", "a");
        await Recorder.UntilAsync(() => recorder.Running == 1);

        await time.PassAsync(4 * QueueHost.LockDuration, QueueHost.LockDuration / 3);
        recorder.Door.SetResult();

        await Recorder.UntilAsync(() => recorder.Seen.Count == 1);
        Assert.Equal(1, recorder.MostAtOnce);
    }

    [Fact]
    public async Task A_sessions_lock_is_renewed_between_its_messages_too()
    {
        var recorder = new Recorder();
        var time = new ManualTimeProvider();
        await using var bus = await QueueHost.StartAsync(recorder, typeof(Ordered), time, sessionIdleTimeout: "00:10:00");
        await bus.SendAsync("sessions", "early", "a");
        await Recorder.UntilAsync(() => recorder.Seen.Count == 2);

        await time.PassAsync(4 * QueueHost.LockDuration, QueueHost.LockDuration / 3);
        await Assert.ThrowsAsync<ServiceBusException>(() => bus.Client.AcceptSessionAsync("sessions", "a"));
        await bus.SendAsync("sessions", "late", "a");

        await Recorder.UntilAsync(() => recorder.Seen.Count == 4);
    }

    [Fact]
    public async Task A_session_that_stays_busy_for_longer_than_locks_are_renewed_is_lost_as_it_would_be_when_deployed()
    {
        var recorder = new Recorder();
        var time = new ManualTimeProvider();
        await using var bus = await QueueHost.StartAsync(recorder, typeof(Held), time);
        await bus.SendAsync("sessions", "endless", "a");
        await Recorder.UntilAsync(() => recorder.Running == 1);

        await time.PassAsync(TimeSpan.FromMinutes(4), QueueHost.LockDuration / 3);
        Assert.Equal(1, recorder.Running);
        time.Advance(TimeSpan.FromMinutes(2));

        await Recorder.UntilAsync(() => recorder.Running == 2);
        recorder.Door.SetResult();
    }

    public sealed class Ordered(Recorder recorder)
    {
        [Function("Ordered")]
        public async Task RunAsync(
            [ServiceBusTrigger("sessions", Connection = "Bus", IsSessionsEnabled = true)] ServiceBusReceivedMessage message)
        {
            recorder.Note($"{message.SessionId} begins {message.Body}");
            await Task.Yield();
            recorder.Note($"{message.SessionId} ends {message.Body}");
        }
    }

    public sealed class Held(Recorder recorder)
    {
        [Function("HeldSession")]
        public async Task RunAsync(
            [ServiceBusTrigger("sessions", Connection = "Bus", IsSessionsEnabled = true)] ServiceBusReceivedMessage message)
        {
            await recorder.PassDoorAsync();
            recorder.Note(message.SessionId);
        }
    }

    public sealed class FailingOnce(Recorder recorder)
    {
        [Function("FailingOnce")]
        public void Run([ServiceBusTrigger("sessions", Connection = "Bus", IsSessionsEnabled = true)] ServiceBusReceivedMessage message)
        {
            recorder.Note($"{message.Body}, delivery {message.DeliveryCount}");
            if (message.Body.ToString() == "first" && message.DeliveryCount == 1)
                throw new InvalidOperationException("not yet");
        }
    }
}
