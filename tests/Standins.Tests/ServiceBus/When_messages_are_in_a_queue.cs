using System.Runtime.Serialization;
using System.Text;
using Azure.Messaging.ServiceBus;
using Interactions.Standins.Tests.ServiceBus.Support;

namespace Interactions.Standins.Tests.ServiceBus;

public sealed class When_messages_are_in_a_queue
{
    [Fact]
    public async Task They_are_received_in_the_order_in_which_they_were_sent()
    {
        await using var bus = new TestBus();
        await bus.SendAsync("a", "b");
        await bus.SendAsync("c");

        Assert.Equal(["a", "b", "c"], await bus.Receiver.TakeBodiesAsync());
    }

    [Fact]
    public async Task A_peeked_message_cannot_be_settled_in_its_holders_place()
    {
        await using var bus = new TestBus();
        await bus.SendAsync("a");
        var held = await bus.Receiver.TakeOneAsync();
        var peeked = await bus.Receiver.PeekMessageAsync(fromSequenceNumber: 0);

        await Assert.ThrowsAsync<InvalidOperationException>(() => bus.Receiver.CompleteMessageAsync(peeked));

        await bus.Receiver.CompleteMessageAsync(held);
    }

    [Fact]
    public async Task A_received_message_has_everything_its_sender_set()
    {
        await using var bus = new TestBus();
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("body")
        {
            MessageId = "id",
            SessionId = "session",
            PartitionKey = "session",
            CorrelationId = "correlation",
            Subject = "subject",
            To = "to",
            ReplyTo = "reply",
            ReplyToSessionId = "replySession",
            ContentType = "text/plain",
            TimeToLive = TimeSpan.FromHours(1),
            ApplicationProperties = { ["version"] = 7L },
        });

        var received = await bus.Receiver.TakeOneAsync();
        Assert.Equal("body", received.Text());
        Assert.Equal("id", received.MessageId);
        Assert.Equal("session", received.SessionId);
        Assert.Equal("session", received.PartitionKey);
        Assert.Equal("correlation", received.CorrelationId);
        Assert.Equal("subject", received.Subject);
        Assert.Equal("to", received.To);
        Assert.Equal("reply", received.ReplyTo);
        Assert.Equal("replySession", received.ReplyToSessionId);
        Assert.Equal("text/plain", received.ContentType);
        Assert.Equal(7L, received.ApplicationProperties["version"]);
        Assert.Equal(1, received.DeliveryCount);
        Assert.Equal(1, received.SequenceNumber);
        Assert.Equal(bus.Time.Now, received.EnqueuedTime);
        Assert.Equal(bus.Time.Now.AddHours(1), received.ExpiresAt);
        Assert.Equal(bus.Time.Now + TestBus.LockDuration, received.LockedUntil);
        Assert.Equal(ServiceBusMessageState.Active, received.State);
        Assert.Null(received.DeadLetterReason);
    }

    [Fact]
    public async Task Changing_what_was_sent_does_not_change_what_is_received()
    {
        await using var bus = new TestBus();
        var bytes = Encoding.UTF8.GetBytes("before");
        var message = new ServiceBusMessage(bytes) { Subject = "before", ApplicationProperties = { ["p"] = "before" } };
        await bus.Sender.SendMessageAsync(message);
        bytes[0] = (byte)'X';
        message.Subject = "after";
        message.ApplicationProperties["p"] = "after";

        var received = await bus.Receiver.TakeOneAsync();
        Assert.Equal(("before", "before", "before"), (received.Text(), received.Subject, (string)received.ApplicationProperties["p"]));
    }

    [Fact]
    public async Task A_property_of_a_type_that_the_bus_cannot_carry_is_refused()
    {
        await using var bus = new TestBus();
        var message = new ServiceBusMessage("a") { ApplicationProperties = { ["p"] = new object() } };

        await Assert.ThrowsAsync<SerializationException>(() => bus.Sender.SendMessageAsync(message));
    }

    [Fact]
    public async Task A_completed_one_is_gone()
    {
        await using var bus = new TestBus();
        await bus.SendAsync("a");
        await bus.Receiver.CompleteMessageAsync(await bus.Receiver.TakeOneAsync());

        bus.Time.Advance(TestBus.LockDuration * 2);
        Assert.Empty(await bus.Receiver.TakeAllAsync());
        Assert.Equal(0, bus.Broker.Queue(TestBus.Work).Counts().TotalMessageCount);
    }

    [Fact]
    public async Task One_that_is_received_and_deleted_is_gone_at_once_and_cannot_be_settled()
    {
        await using var bus = new TestBus();
        await bus.SendAsync("a");
        var receiver = bus.NewReceiver(mode: ServiceBusReceiveMode.ReceiveAndDelete);
        var message = await receiver.TakeOneAsync();

        Assert.Equal(0, bus.Broker.Queue(TestBus.Work).Counts().TotalMessageCount);
        await Assert.ThrowsAsync<InvalidOperationException>(() => receiver.CompleteMessageAsync(message));
    }

    [Fact]
    public async Task Peeking_shows_locked_and_scheduled_ones_too_and_goes_on_where_it_stopped()
    {
        await using var bus = new TestBus();
        await bus.SendAsync("a", "b");
        await bus.Sender.ScheduleMessageAsync(new ServiceBusMessage("c"), bus.Time.Now.AddHours(1));
        await bus.Receiver.TakeAllAsync(1);

        var first = await bus.Receiver.PeekMessagesAsync(2);
        var second = await bus.Receiver.PeekMessagesAsync(2);
        Assert.Equal(["a", "b"], first.Select(message => message.Text()));
        Assert.Equal(ServiceBusMessageState.Scheduled, Assert.Single(second).State);
        Assert.Null(await bus.Receiver.PeekMessageAsync());
        Assert.Equal("b", (await bus.Receiver.PeekMessageAsync(fromSequenceNumber: 2))!.Text());
    }

    [Fact]
    public async Task Counting_tells_active_scheduled_and_dead_ones_apart()
    {
        await using var bus = new TestBus();
        await bus.SendAsync("a", "b", "c");
        await bus.Sender.ScheduleMessageAsync(new ServiceBusMessage("d"), bus.Time.Now.AddHours(1));
        await bus.Receiver.DeadLetterMessageAsync(await bus.Receiver.TakeOneAsync());

        var counts = bus.Broker.Queue(TestBus.Work).Counts();
        Assert.Equal((2, 1, 1, 4), (counts.ActiveMessageCount, counts.ScheduledMessageCount, counts.DeadLetterMessageCount, counts.TotalMessageCount));
        Assert.True(counts.SizeInBytes > 0);
    }

    [Fact]
    public async Task A_copy_for_sending_again_keeps_its_contents_and_not_the_reason_of_its_death()
    {
        await using var bus = new TestBus();
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("a") { MessageId = "m", ApplicationProperties = { ["p"] = 1 } });
        await bus.Receiver.DeadLetterMessageAsync(await bus.Receiver.TakeOneAsync(), "reason", "description");

        var copy = new ServiceBusMessage(await bus.DeadLetters.TakeOneAsync());
        Assert.Equal("a", copy.Body.ToString());
        Assert.Equal("m", copy.MessageId);
        Assert.Equal(["p"], copy.ApplicationProperties.Keys);
    }
}
