using Azure.Messaging.ServiceBus;
using Interactions.Standins.Tests.ServiceBus.Support;

namespace Interactions.Standins.Tests.ServiceBus;

public sealed class When_a_message_is_scheduled
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task It_is_not_there_before_its_time_and_is_there_at_its_time()
    {
        await using var bus = new TestBus();
        await bus.Sender.ScheduleMessageAsync(new ServiceBusMessage("a"), bus.Time.Now + Hour);
        bus.Time.Advance(Hour - TimeSpan.FromTicks(1));
        Assert.Empty(await bus.Receiver.TakeAllAsync());
        bus.Time.Advance(TimeSpan.FromTicks(1));

        var message = await bus.Receiver.TakeOneAsync();
        Assert.Equal((bus.Time.Now, bus.Time.Now), (message.EnqueuedTime, message.ScheduledEnqueueTime));
    }

    [Fact]
    public async Task A_time_in_the_past_means_at_once()
    {
        await using var bus = new TestBus();
        await bus.Sender.ScheduleMessageAsync(new ServiceBusMessage("a"), bus.Time.Now - Hour);
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("b") { ScheduledEnqueueTime = bus.Time.Now });

        Assert.Equal(["a", "b"], await bus.Receiver.TakeBodiesAsync());
    }

    [Fact]
    public async Task Whoever_waits_is_woken_at_its_time()
    {
        await using var bus = new TestBus();
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("a") { ScheduledEnqueueTime = bus.Time.Now.AddSeconds(40) });
        var waiting = bus.Receiver.ReceiveMessageAsync();
        bus.Time.Advance(TimeSpan.FromSeconds(39));
        Assert.False(waiting.IsCompleted);
        bus.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("a", (await waiting.Soon()).Text());
    }

    [Fact]
    public async Task An_earlier_one_that_is_sent_later_is_not_late()
    {
        await using var bus = new TestBus();
        await bus.Sender.ScheduleMessageAsync(new ServiceBusMessage("later"), bus.Time.Now.AddSeconds(50));
        await bus.Sender.ScheduleMessageAsync(new ServiceBusMessage("earlier"), bus.Time.Now.AddSeconds(5));
        var waiting = bus.Receiver.ReceiveMessageAsync();
        bus.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("earlier", (await waiting.Soon()).Text());
    }

    [Fact]
    public async Task It_joins_the_queue_behind_what_came_before_its_time()
    {
        await using var bus = new TestBus();
        var number = await bus.Sender.ScheduleMessageAsync(new ServiceBusMessage("scheduled"), bus.Time.Now + Hour);
        await bus.SendAsync("sent");
        bus.Time.Advance(Hour);

        var messages = await bus.Receiver.TakeAllAsync();
        Assert.Equal(["sent", "scheduled"], messages.Select(message => message.Text()));
        Assert.NotEqual(number, messages[1].SequenceNumber);
    }

    [Fact]
    public async Task A_hundred_thousand_of_them_come_in_the_order_of_their_times()
    {
        const int Many = 100_000;
        await using var bus = new TestBus();
        var random = new Random(1);
        var delays = Enumerable.Range(0, Many).ToArray();
        random.Shuffle(delays);
        foreach (var delay in delays)
            await bus.Sender.ScheduleMessageAsync(new ServiceBusMessage(BitConverter.GetBytes(delay)), bus.Time.Now.AddMilliseconds(delay + 1));
        Assert.Equal(Many, bus.Broker.Queue(TestBus.Work).Counts().ScheduledMessageCount);

        bus.Time.Advance(TimeSpan.FromMilliseconds(Many));
        var received = await bus.Receiver.TakeAllAsync(Many);
        Assert.Equal(Enumerable.Range(0, Many), received.Select(message => BitConverter.ToInt32(message.Body)));
    }
}
