using Azure.Messaging.ServiceBus;
using Interactions.Standins.Tests.ServiceBus.Support;

namespace Interactions.Standins.Tests.ServiceBus;

public sealed class When_several_messages_are_sent_together
{
    [Fact]
    public async Task One_without_a_session_keeps_all_out_of_a_session_queue()
    {
        await using var bus = TestBus.WithSessions();

        await Assert.ThrowsAsync<InvalidOperationException>(() => bus.Sender.SendMessagesAsync([new("a") { SessionId = "s" }, new("b")]));
        Assert.Equal(0, bus.Broker.Queue(TestBus.Work).Counts().TotalMessageCount);
    }

    [Fact]
    public async Task One_that_the_bus_cannot_carry_keeps_all_out()
    {
        await using var bus = new TestBus();
        var bad = new ServiceBusMessage("b") { ApplicationProperties = { ["p"] = new int[1] } };

        await Assert.ThrowsAnyAsync<Exception>(() => bus.Sender.SendMessagesAsync([new("a"), bad]));
        Assert.Equal(0, bus.Broker.Queue(TestBus.Work).Counts().TotalMessageCount);
    }

    [Fact]
    public async Task Together_they_may_not_be_larger_than_one_message_may_be()
    {
        await using var bus = new TestBus();
        var half = new byte[130 * 1024];

        await Receiving.FailsAsync(ServiceBusFailureReason.MessageSizeExceeded, () => bus.Sender.SendMessagesAsync([new(half), new(half)]));
        await Receiving.FailsAsync(ServiceBusFailureReason.MessageSizeExceeded, () => bus.Sender.SendMessageAsync(new(new byte[256 * 1024])));
        Assert.Equal(0, bus.Broker.Queue(TestBus.Work).Counts().TotalMessageCount);
        await bus.Sender.SendMessageAsync(new ServiceBusMessage(new byte[255 * 1024]));
    }

    [Fact]
    public async Task Whoever_waits_for_many_gets_them_together()
    {
        await using var bus = new TestBus();
        var waiting = bus.Receiver.ReceiveMessagesAsync(10);
        await bus.SendAsync("a", "b", "c");

        Assert.Equal(["a", "b", "c"], (await waiting.Soon()).Select(message => message.Text()));
    }

    [Fact]
    public async Task A_batch_takes_messages_until_it_is_full_and_is_sent_whole()
    {
        await using var bus = new TestBus();
        using var batch = await bus.Sender.CreateMessageBatchAsync();
        while (batch.TryAddMessage(new ServiceBusMessage(new byte[10_000])))
        {
        }

        Assert.InRange(batch.Count, 20, 26);
        Assert.InRange(batch.SizeInBytes, 200_000, batch.MaxSizeInBytes);
        Assert.Equal(256 * 1024, batch.MaxSizeInBytes);
        await bus.Sender.SendMessagesAsync(batch);
        Assert.Equal(batch.Count, (await bus.Receiver.TakeAllAsync()).Count);
    }

    [Fact]
    public async Task A_batch_may_be_limited_further_and_not_widened()
    {
        await using var bus = new TestBus();
        using var small = await bus.Sender.CreateMessageBatchAsync(new CreateMessageBatchOptions { MaxSizeInBytes = 500 });

        Assert.False(small.TryAddMessage(new ServiceBusMessage(new byte[500])));
        Assert.Equal(0, small.Count);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () =>
            await bus.Sender.CreateMessageBatchAsync(new CreateMessageBatchOptions { MaxSizeInBytes = 300_000 }));
    }

    [Fact]
    public async Task None_at_all_is_nothing_to_do()
    {
        await using var bus = new TestBus();
        await bus.Sender.SendMessagesAsync([]);

        Assert.Equal(0, bus.Broker.Queue(TestBus.Work).Counts().TotalMessageCount);
    }
}
