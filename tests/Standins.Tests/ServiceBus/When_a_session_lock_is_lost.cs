using Azure.Messaging.ServiceBus;
using Interactions.Standins.Tests.ServiceBus.Support;

namespace Interactions.Standins.Tests.ServiceBus;

public sealed class When_a_session_lock_is_lost
{
    [Fact]
    public async Task Everything_returns_in_order_and_counts_a_failure_for_what_was_received()
    {
        await using var bus = TestBus.WithSessions();
        await bus.SendToAsync("s", "a", "b", "c");
        await (await bus.AcceptAsync("s")).TakeAllAsync(2);
        bus.Time.Advance(TestBus.LockDuration);

        var again = await (await bus.AcceptNextAsync()).TakeAllAsync();
        Assert.Equal([("a", 2), ("b", 2), ("c", 1)], again.Select(message => (message.Text(), message.DeliveryCount)));
    }

    [Fact]
    public async Task Its_former_holder_can_do_nothing_any_more()
    {
        await using var bus = TestBus.WithSessions();
        await bus.SendToAsync("s", "a");
        var former = await bus.AcceptAsync("s");
        var message = await former.TakeOneAsync();
        bus.Time.Advance(TestBus.LockDuration);

        await Receiving.FailsAsync(ServiceBusFailureReason.SessionLockLost, () => former.CompleteMessageAsync(message));
        await Receiving.FailsAsync(ServiceBusFailureReason.SessionLockLost, () => former.AbandonMessageAsync(message));
        await Receiving.FailsAsync(ServiceBusFailureReason.SessionLockLost, () => former.RenewSessionLockAsync());
        await Receiving.FailsAsync(ServiceBusFailureReason.SessionLockLost, () => former.TakeAllAsync());
        Assert.True(former.IsClosed);
    }

    [Fact]
    public async Task Its_former_holder_does_not_disturb_the_next_by_closing()
    {
        await using var bus = TestBus.WithSessions();
        await bus.SendToAsync("s", "a");
        var former = await bus.AcceptAsync("s");
        bus.Time.Advance(TestBus.LockDuration);
        var next = await bus.AcceptAsync("s");
        await former.CloseAsync();

        await next.CompleteMessageAsync(await next.TakeOneAsync());
    }

    [Fact]
    public async Task Its_former_holder_does_not_disturb_the_next_by_waiting_in_line_behind_it()
    {
        await using var bus = TestBus.WithSessions();
        await bus.SendToAsync("s", "a");
        var former = await bus.AcceptAsync("s");
        bus.Time.Advance(TestBus.LockDuration);
        var next = await bus.AcceptAsync("s");
        await next.CompleteMessageAsync(await next.TakeOneAsync());
        var waiting = next.ReceiveMessageAsync();

        await Receiving.FailsAsync(ServiceBusFailureReason.SessionLockLost, () => former.ReceiveMessageAsync().Soon());
        await bus.SendToAsync("s", "b");

        Assert.Equal("b", (await waiting.Soon()).Text());
    }

    [Fact]
    public async Task A_receiver_that_waits_in_it_is_told()
    {
        await using var bus = TestBus.WithSessions();
        var session = await bus.AcceptAsync("s");
        var waiting = session.ReceiveMessageAsync();
        bus.Time.Advance(TestBus.LockDuration);

        await Receiving.FailsAsync(ServiceBusFailureReason.SessionLockLost, () => waiting.Soon());
    }

    [Fact]
    public async Task Whoever_waits_for_a_session_gets_it()
    {
        await using var bus = TestBus.WithSessions();
        await bus.SendToAsync("s", "a");
        await bus.AcceptAsync("s");
        var waiting = bus.AcceptNextAsync();
        bus.Time.Advance(TestBus.LockDuration);

        Assert.Equal("s", (await waiting.Soon()).SessionId);
    }

    [Fact]
    public async Task A_renewed_one_is_not_lost()
    {
        await using var bus = TestBus.WithSessions();
        await bus.SendToAsync("s", "a");
        var session = await bus.AcceptAsync("s");
        var message = await session.TakeOneAsync();
        bus.Time.Advance(TestBus.LockDuration - TimeSpan.FromTicks(1));
        await session.RenewSessionLockAsync();
        Assert.Equal(bus.Time.Now + TestBus.LockDuration, session.SessionLockedUntil);
        bus.Time.Advance(TestBus.LockDuration - TimeSpan.FromTicks(1));

        await session.CompleteMessageAsync(message);
    }

    [Fact]
    public async Task In_a_session_a_single_messages_lock_is_not_renewed()
    {
        await using var bus = TestBus.WithSessions();
        await bus.SendToAsync("s", "a");
        var session = await bus.AcceptAsync("s");
        var message = await session.TakeOneAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => session.RenewMessageLockAsync(message));
    }

    [Fact]
    public async Task Losing_it_too_often_is_the_death_of_a_message()
    {
        await using var bus = TestBus.WithSessions(work => work with { MaxDeliveryCount = 2 });
        await bus.SendToAsync("s", "bad");
        for (var delivery = 0; delivery < 2; delivery++)
        {
            await (await bus.AcceptAsync("s")).TakeOneAsync();
            bus.Time.Advance(TestBus.LockDuration);
        }

        Assert.Equal("MaxDeliveryCountExceeded", (await bus.DeadLetters.TakeOneAsync()).DeadLetterReason);
    }
}
