using Azure.Messaging.ServiceBus;
using Interactions.Standins.Tests.ServiceBus.Support;

namespace Interactions.Standins.Tests.ServiceBus;

public sealed class When_receivers_wait
{
    [Fact]
    public async Task They_are_served_in_the_order_in_which_they_came()
    {
        await using var bus = new TestBus();
        var waiting = Enumerable.Range(0, 5).Select(_ => bus.Receiver.ReceiveMessageAsync()).ToArray();
        await bus.SendAsync("0", "1", "2", "3", "4");

        var received = await Task.WhenAll(waiting).Soon();
        Assert.Equal(["0", "1", "2", "3", "4"], received.Select(message => message.Text()));
    }

    [Fact]
    public async Task Nobody_who_comes_later_gets_what_falls_due_at_that_moment()
    {
        await using var bus = new TestBus();
        await bus.Sender.ScheduleMessageAsync(new ServiceBusMessage("a"), bus.Time.Now.AddSeconds(10));
        var first = bus.Receiver.ReceiveMessageAsync();
        bus.Time.AdvanceBeforeTimers(TimeSpan.FromSeconds(10));
        var second = bus.Receiver.ReceiveMessageAsync();

        Assert.Equal("a", (await first.Soon()).Text());
        Assert.False(second.IsCompleted);
    }

    [Fact]
    public async Task Nothing_comes_of_it_when_their_time_is_over()
    {
        await using var bus = new TestBus();
        var one = bus.Receiver.ReceiveMessageAsync(TimeSpan.FromSeconds(5));
        var many = bus.Receiver.ReceiveMessagesAsync(10, TimeSpan.FromSeconds(5));
        bus.Time.Advance(TimeSpan.FromSeconds(4));
        Assert.False(one.IsCompleted || many.IsCompleted);
        bus.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await one.Soon());
        Assert.Empty(await many.Soon());
    }

    [Fact]
    public async Task Without_a_time_of_their_own_they_wait_as_long_as_one_try_may_take()
    {
        await using var bus = new TestBus();
        await using var client = new ServiceBusClient(bus.ConnectionString, new ServiceBusClientOptions { RetryOptions = { TryTimeout = TimeSpan.FromSeconds(7) } });
        var waiting = client.CreateReceiver(TestBus.Work).ReceiveMessageAsync();
        bus.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.False(waiting.IsCompleted);
        bus.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await waiting.Soon());
    }

    [Fact]
    public async Task Waiting_for_a_session_in_vain_is_a_timeout()
    {
        await using var bus = TestBus.WithSessions();
        var waiting = bus.AcceptNextAsync();
        bus.Time.Advance(TimeSpan.FromSeconds(60));

        var fault = await Assert.ThrowsAsync<ServiceBusException>(() => waiting.Soon());
        Assert.Equal((ServiceBusFailureReason.ServiceTimeout, true), (fault.Reason, fault.IsTransient));
    }

    [Fact]
    public async Task One_that_is_cancelled_ends_at_once_and_takes_nothing()
    {
        await using var bus = new TestBus();
        using var cancellation = new CancellationTokenSource();
        var cancelled = bus.Receiver.ReceiveMessageAsync(cancellationToken: cancellation.Token);
        var next = bus.Receiver.ReceiveMessageAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => cancelled.Soon());
        await bus.SendAsync("a");

        Assert.Equal("a", (await next.Soon()).Text());
    }

    [Fact]
    public async Task Waiting_for_a_session_can_be_cancelled_and_takes_none()
    {
        await using var bus = TestBus.WithSessions();
        using var cancellation = new CancellationTokenSource();
        var cancelled = bus.AcceptNextAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled.Soon());
        await bus.SendToAsync("s", "a");

        Assert.Equal("s", (await bus.AcceptNextAsync()).SessionId);
    }

    [Fact]
    public async Task Closing_the_receiver_ends_its_wait()
    {
        await using var bus = new TestBus();
        var waiting = bus.Receiver.ReceiveMessageAsync();
        await bus.Receiver.CloseAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting.Soon());
        Assert.True(bus.Receiver.IsClosed);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => bus.Receiver.ReceiveMessageAsync());
    }

    [Fact]
    public async Task Closing_the_client_ends_every_wait()
    {
        await using var bus = TestBus.WithSessions();
        await using var client = new ServiceBusClient(bus.ConnectionString);
        var held = await client.AcceptSessionAsync(TestBus.Work, "s");
        var waits = new[] { held.ReceiveMessageAsync(), (Task)client.AcceptNextSessionAsync(TestBus.Work) };
        await client.DisposeAsync();

        foreach (var wait in waits)
        {
            // The session goes with the client: whichever of the two the receiver hears of first.
            var fault = await Assert.ThrowsAnyAsync<Exception>(() => wait);
            Assert.True(fault is ObjectDisposedException or ServiceBusException { Reason: ServiceBusFailureReason.SessionLockLost }, fault.ToString());
        }

        Assert.Throws<ObjectDisposedException>(() => client.CreateSender(TestBus.Work));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => held.ReceiveMessageAsync());
    }

    [Fact]
    public async Task A_wait_or_a_number_that_makes_no_sense_is_refused()
    {
        await using var bus = new TestBus();
        var receiver = bus.Client.CreateReceiver(TestBus.Work);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => receiver.ReceiveMessagesAsync(0));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => receiver.ReceiveMessageAsync(TimeSpan.Zero));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => receiver.ReceiveMessageAsync(TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public async Task A_timer_that_fires_too_early_fires_again_in_time()
    {
        await using var bus = new TestBus();
        await bus.Sender.ScheduleMessageAsync(new ServiceBusMessage("a"), bus.Time.Now.AddSeconds(10));
        var waiting = bus.Receiver.ReceiveMessageAsync();
        bus.Time.RingEarly();
        Assert.False(waiting.IsCompleted);
        bus.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("a", (await waiting.Soon()).Text());
    }

    [Fact]
    public async Task What_is_due_in_months_wakes_them_too()
    {
        await using var bus = new TestBus();
        await bus.Sender.ScheduleMessageAsync(new ServiceBusMessage("a"), bus.Time.Now.AddDays(100));
        var waiting = bus.Receiver.ReceiveMessageAsync(TimeSpan.FromDays(101));
        bus.Time.Advance(TimeSpan.FromDays(100));

        Assert.Equal("a", (await waiting.Soon()).Text());
    }

    [Fact]
    public async Task The_real_clock_wakes_them_as_well()
    {
        await using var bus = new TestBus(time: TimeProvider.System);
        await bus.Sender.ScheduleMessageAsync(new ServiceBusMessage("a"), DateTimeOffset.UtcNow.AddMilliseconds(50));

        var message = await bus.Receiver.ReceiveMessageAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("a", message.Text());
        Assert.True(message.EnqueuedTime >= message.ScheduledEnqueueTime);
    }
}
