using Azure.Messaging.ServiceBus;
using Azure.Messaging.ServiceBus.Administration;
using Azure.Messaging.ServiceBus.Broker;
using Interactions.Standins.Tests.ServiceBus.Support;

namespace Interactions.Standins.Tests.ServiceBus;

public sealed class When_endpoints_are_told_apart
{
    [Fact]
    public async Task Two_endpoints_share_nothing()
    {
        await using var one = new TestBus();
        await using var other = new TestBus();
        await one.SendAsync("a");

        Assert.Empty(await other.Receiver.TakeAllAsync());
        Assert.Equal(["a"], await one.Receiver.TakeBodiesAsync());
    }

    [Fact]
    public async Task Two_clients_of_one_endpoint_share_its_queues()
    {
        await using var bus = new TestBus();
        await using var other = new ServiceBusClient(bus.ConnectionString);
        var message = await Received();
        await bus.Receiver.CompleteMessageAsync(message);

        async Task<ServiceBusReceivedMessage> Received()
        {
            await other.CreateSender("WORK").SendMessageAsync(new ServiceBusMessage("a"));
            return await bus.Receiver.TakeOneAsync();
        }
    }

    [Fact]
    public async Task A_queue_that_was_not_declared_does_not_exist()
    {
        await using var bus = new TestBus();

        await Receiving.FailsAsync(ServiceBusFailureReason.MessagingEntityNotFound, () => bus.Client.CreateSender("nowhere").SendMessageAsync(new("a")));
        await Receiving.FailsAsync(ServiceBusFailureReason.MessagingEntityNotFound, () => bus.Client.CreateReceiver("nowhere").ReceiveMessageAsync());
        await Receiving.FailsAsync(ServiceBusFailureReason.MessagingEntityNotFound, () => bus.Client.AcceptNextSessionAsync("nowhere"));
        await Receiving.FailsAsync(ServiceBusFailureReason.MessagingEntityNotFound, () => bus.Client.CreateSender("work/$DeadLetterQueue").SendMessageAsync(new("a")));
    }

    [Fact]
    public async Task Queues_are_declared_once()
    {
        await using var bus = new TestBus();

        Assert.Throws<InvalidOperationException>(() => DevelopmentBroker.Declare(bus.ConnectionString, []));
        Assert.Same(bus.Broker, DevelopmentBroker.For(bus.ConnectionString));
    }

    [Fact]
    public async Task Without_a_declaration_an_endpoint_has_the_queues_of_the_file()
    {
        var connectionString = TestBus.ConnectionStringTo($"bus-{Guid.NewGuid():N}");
        using var broker = DevelopmentBroker.For(connectionString);
        await using var client = new ServiceBusClient(connectionString);
        await client.CreateSender("timeouts").SendMessageAsync(new ServiceBusMessage("a"));

        Assert.True(broker.Queue("routing").RequiresSession);
        Assert.Equal("a", (await client.CreateReceiver("timeouts").ReceiveMessageAsync()).Text());
    }

    [Fact]
    public async Task Its_counts_can_be_asked_for()
    {
        await using var bus = new TestBus();
        await bus.SendAsync("a", "b");
        await bus.Receiver.DeadLetterMessageAsync(await bus.Receiver.TakeOneAsync());
        var administration = new ServiceBusAdministrationClient(bus.ConnectionString);

        var counts = (await administration.GetQueueRuntimePropertiesAsync(TestBus.Work)).Value;
        Assert.Equal((TestBus.Work, 1, 1), (counts.Name, counts.ActiveMessageCount, counts.DeadLetterMessageCount));
        var all = new List<QueueRuntimeProperties>();
        await foreach (var queue in administration.GetQueuesRuntimePropertiesAsync()) all.Add(queue);
        Assert.Equal([TestBus.Work], all.Select(queue => queue.Name));
        await Receiving.FailsAsync(ServiceBusFailureReason.MessagingEntityNotFound, () => administration.GetQueueRuntimePropertiesAsync("nowhere"));
    }

    [Fact]
    public async Task A_connection_string_for_one_queue_reaches_no_other()
    {
        await using var bus = new TestBus();
        await using var client = new ServiceBusClient(bus.ConnectionString + "EntityPath=work");

        await client.CreateSender("work").SendMessageAsync(new ServiceBusMessage("a"));
        Assert.Throws<ArgumentException>(() => client.CreateSender("other"));
    }
}
