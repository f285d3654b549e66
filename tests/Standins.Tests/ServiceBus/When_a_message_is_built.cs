using Azure.Messaging.ServiceBus;

namespace Interactions.Standins.Tests.ServiceBus;

public sealed class When_a_message_is_built
{
    private static readonly string TooLong = new('x', 129);

    [Fact]
    public void Ids_and_keys_have_at_most_128_characters()
    {
        var message = new ServiceBusMessage { MessageId = TooLong[1..], SessionId = TooLong[1..], ReplyToSessionId = TooLong[1..] };

        Assert.ThrowsAny<ArgumentException>(() => message.MessageId = TooLong);
        Assert.ThrowsAny<ArgumentException>(() => message.SessionId = TooLong);
        Assert.ThrowsAny<ArgumentException>(() => message.ReplyToSessionId = TooLong);
        Assert.ThrowsAny<ArgumentException>(() => new ServiceBusMessage().PartitionKey = TooLong);
        Assert.ThrowsAny<ArgumentException>(() => message.TransactionPartitionKey = TooLong);
    }

    [Fact]
    public void A_message_id_is_not_empty()
    {
        Assert.ThrowsAny<ArgumentException>(() => new ServiceBusMessage { MessageId = "" });
        Assert.ThrowsAny<ArgumentException>(() => new ServiceBusMessage { MessageId = null });
    }

    [Fact]
    public void The_partition_key_is_the_session()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceBusMessage { SessionId = "s", PartitionKey = "p" });
        Assert.Equal("s", new ServiceBusMessage { PartitionKey = "p", SessionId = "s" }.PartitionKey);
    }

    [Fact]
    public void Nothing_lives_for_no_time()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceBusMessage { TimeToLive = TimeSpan.Zero });
        Assert.Equal(TimeSpan.MaxValue, new ServiceBusMessage().TimeToLive);
    }

    [Fact]
    public void Tests_can_build_received_ones()
    {
        var token = Guid.NewGuid();
        var message = ServiceBusModelFactory.ServiceBusReceivedMessage(
            BinaryData.FromString("body"), messageId: "m", sessionId: "s", lockTokenGuid: token, deliveryCount: 3, sequenceNumber: 9,
            properties: new Dictionary<string, object> { ["DeadLetterReason"] = "why", ["p"] = 1 });

        Assert.Equal(("body", "m", "s", 3, 9L), (message.Body.ToString(), message.MessageId, message.SessionId, message.DeliveryCount, message.SequenceNumber));
        Assert.Equal((token.ToString(), "why", 1), (message.LockToken, message.DeadLetterReason, (int)message.ApplicationProperties["p"]));
        Assert.Equal(DateTimeOffset.MaxValue, message.ExpiresAt);
    }

    [Fact]
    public void Tests_can_build_batches_and_counts()
    {
        var store = new List<ServiceBusMessage>();
        using var batch = ServiceBusModelFactory.ServiceBusMessageBatch(10, store, tryAddCallback: message => message.Subject == "yes");

        Assert.True(batch.TryAddMessage(new ServiceBusMessage { Subject = "yes" }));
        Assert.False(batch.TryAddMessage(new ServiceBusMessage { Subject = "no" }));
        Assert.Single(store);
        Assert.Equal(5, ServiceBusModelFactory.QueueRuntimeProperties("q", deadLetterMessageCount: 5).DeadLetterMessageCount);
    }

    [Fact]
    public void A_fault_tells_its_reason_and_its_place()
    {
        var fault = new ServiceBusException("It went wrong.", ServiceBusFailureReason.ServiceBusy, "work");

        Assert.Equal("It went wrong. (work - ServiceBusy)", fault.Message);
        Assert.True(fault.IsTransient);
        Assert.False(new ServiceBusException("m", ServiceBusFailureReason.MessageLockLost).IsTransient);
    }
}
