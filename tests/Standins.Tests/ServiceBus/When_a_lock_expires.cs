using Azure.Messaging.ServiceBus;
using Interactions.Standins.Tests.ServiceBus.Support;

namespace Interactions.Standins.Tests.ServiceBus;

public sealed class When_a_lock_expires
{
    private static readonly TimeSpan AMoment = TimeSpan.FromTicks(1);

    [Fact]
    public async Task Until_then_nobody_else_gets_the_message()
    {
        await using var bus = new TestBus();
        await bus.SendAsync("a");
        await bus.Receiver.TakeOneAsync();
        bus.Time.Advance(TestBus.LockDuration - AMoment);

        Assert.Empty(await bus.Receiver.TakeAllAsync());
    }

    [Fact]
    public async Task The_message_is_there_again_and_counts_one_delivery_more()
    {
        await using var bus = new TestBus();
        await bus.SendAsync("a");
        await bus.Receiver.TakeOneAsync();
        bus.Time.Advance(TestBus.LockDuration);

        Assert.Equal(2, (await bus.Receiver.TakeOneAsync()).DeliveryCount);
    }

    [Fact]
    public async Task It_comes_before_what_was_sent_later()
    {
        await using var bus = new TestBus();
        await bus.SendAsync("a", "b", "c");
        await bus.Receiver.TakeAllAsync(2);
        bus.Time.Advance(TestBus.LockDuration);

        Assert.Equal(["a", "b", "c"], await bus.Receiver.TakeBodiesAsync());
    }

    [Fact]
    public async Task Whoever_waits_is_woken_by_it()
    {
        await using var bus = new TestBus();
        await bus.SendAsync("a");
        await bus.Receiver.TakeOneAsync();
        var waiting = bus.Receiver.ReceiveMessageAsync();
        Assert.False(waiting.IsCompleted);
        bus.Time.Advance(TestBus.LockDuration);

        Assert.Equal("a", (await waiting.Soon()).Text());
    }

    [Fact]
    public async Task Settling_comes_too_late()
    {
        await using var bus = new TestBus();
        await bus.SendAsync("a");
        var late = await bus.Receiver.TakeOneAsync();
        bus.Time.Advance(TestBus.LockDuration);

        await Receiving.FailsAsync(ServiceBusFailureReason.MessageLockLost, () => bus.Receiver.CompleteMessageAsync(late));
        await Receiving.FailsAsync(ServiceBusFailureReason.MessageLockLost, () => bus.Receiver.AbandonMessageAsync(late));
        await Receiving.FailsAsync(ServiceBusFailureReason.MessageLockLost, () => bus.Receiver.DeadLetterMessageAsync(late));
        await Receiving.FailsAsync(ServiceBusFailureReason.MessageLockLost, () => bus.Receiver.RenewMessageLockAsync(late));
        Assert.Equal("a", (await bus.Receiver.TakeOneAsync()).Text());
    }

    [Fact]
    public async Task The_old_holder_cannot_settle_what_the_new_one_holds()
    {
        await using var bus = new TestBus();
        await bus.SendAsync("a");
        var old = await bus.Receiver.TakeOneAsync();
        bus.Time.Advance(TestBus.LockDuration);
        var current = await bus.Receiver.TakeOneAsync();

        await Receiving.FailsAsync(ServiceBusFailureReason.MessageLockLost, () => bus.Receiver.CompleteMessageAsync(old));
        await bus.Receiver.CompleteMessageAsync(current);
    }

    [Fact]
    public async Task Settling_twice_fails_as_well()
    {
        await using var bus = new TestBus();
        await bus.SendAsync("a");
        var message = await bus.Receiver.TakeOneAsync();
        await bus.Receiver.CompleteMessageAsync(message);

        await Receiving.FailsAsync(ServiceBusFailureReason.MessageLockLost, () => bus.Receiver.CompleteMessageAsync(message));
    }

    [Fact]
    public async Task A_renewed_lock_lasts_from_its_renewal()
    {
        await using var bus = new TestBus();
        await bus.SendAsync("a");
        var message = await bus.Receiver.TakeOneAsync();
        bus.Time.Advance(TestBus.LockDuration - AMoment);
        await bus.Receiver.RenewMessageLockAsync(message);
        Assert.Equal(bus.Time.Now + TestBus.LockDuration, message.LockedUntil);
        bus.Time.Advance(TestBus.LockDuration - AMoment);

        await bus.Receiver.CompleteMessageAsync(message);
    }
}
