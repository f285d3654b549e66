using Azure.Messaging.ServiceBus;
using Interactions.Standins.Tests.ServiceBus.Support;

namespace Interactions.Standins.Tests.ServiceBus;

public sealed class When_a_message_outlives_its_time
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task It_is_dropped()
    {
        await using var bus = new TestBus();
        await bus.Sender.SendMessagesAsync([new("short") { TimeToLive = Short }, new("long")]);
        bus.Time.Advance(Short);

        Assert.Equal(["long"], await bus.Receiver.TakeBodiesAsync());
        Assert.Equal(1, bus.Broker.Queue(TestBus.Work).Counts().TotalMessageCount);
    }

    [Fact]
    public async Task It_is_dead_where_the_queue_asks_for_that()
    {
        await using var bus = new TestBus(work => work with { DeadLetteringOnMessageExpiration = true });
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("a") { TimeToLive = Short });
        bus.Time.Advance(Short);

        var dead = await bus.DeadLetters.TakeOneAsync();
        Assert.Equal(("a", "TTLExpiredException"), (dead.Text(), dead.DeadLetterReason));
    }

    [Fact]
    public async Task The_queues_own_limit_holds_for_those_that_would_live_longer()
    {
        await using var bus = new TestBus(work => work with { DefaultMessageTimeToLive = Short });
        await bus.SendAsync("a");
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("b") { TimeToLive = Short * 10 });
        Assert.All(await bus.Receiver.PeekMessagesAsync(2), message => Assert.Equal(Short, message.TimeToLive));
        bus.Time.Advance(Short);

        Assert.Empty(await bus.Receiver.TakeAllAsync());
    }

    [Fact]
    public async Task While_locked_it_may_still_be_completed()
    {
        await using var bus = new TestBus(work => work with { DeadLetteringOnMessageExpiration = true });
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("a") { TimeToLive = Short });
        var message = await bus.Receiver.TakeOneAsync();
        bus.Time.Advance(Short * 2);

        await bus.Receiver.CompleteMessageAsync(message);
        Assert.Equal(0, bus.Broker.Queue(TestBus.Work).Counts().TotalMessageCount);
    }

    [Fact]
    public async Task Once_its_lock_ends_it_does_not_come_back()
    {
        await using var bus = new TestBus();
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("a") { TimeToLive = Short });
        var message = await bus.Receiver.TakeOneAsync();
        bus.Time.Advance(Short);
        await bus.Receiver.AbandonMessageAsync(message);

        Assert.Empty(await bus.Receiver.TakeAllAsync());
    }

    [Fact]
    public async Task A_scheduled_ones_time_starts_when_it_is_enqueued()
    {
        await using var bus = new TestBus();
        await bus.Sender.ScheduleMessageAsync(new ServiceBusMessage("a") { TimeToLive = Short }, bus.Time.Now + (Short * 5));
        bus.Time.Advance((Short * 6) - TimeSpan.FromTicks(1));
        Assert.Equal("a", (await bus.Receiver.PeekMessageAsync()).Text());
        bus.Time.Advance(TimeSpan.FromTicks(1));

        Assert.Empty(await bus.Receiver.TakeAllAsync());
    }
}
