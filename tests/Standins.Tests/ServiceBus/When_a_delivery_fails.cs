using Azure.Messaging.ServiceBus;
using Interactions.Standins.Tests.ServiceBus.Support;

namespace Interactions.Standins.Tests.ServiceBus;

public sealed class When_a_delivery_fails
{
    [Fact]
    public async Task An_abandoned_message_is_there_again_at_once_in_its_place()
    {
        await using var bus = new TestBus();
        await bus.SendAsync("a", "b", "c");
        var first = await bus.Receiver.TakeOneAsync();
        await bus.Receiver.AbandonMessageAsync(first);

        var again = await bus.Receiver.TakeAllAsync();
        Assert.Equal(["a", "b", "c"], again.Select(message => message.Text()));
        Assert.Equal([2, 1, 1], again.Select(message => message.DeliveryCount));
    }

    [Fact]
    public async Task An_abandoned_message_takes_the_properties_it_is_given()
    {
        await using var bus = new TestBus();
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("a") { ApplicationProperties = { ["kept"] = 1, ["changed"] = 1 } });
        var changes = new Dictionary<string, object> { ["changed"] = 2 };
        await bus.Receiver.AbandonMessageAsync(await bus.Receiver.TakeOneAsync(), changes);

        var again = await bus.Receiver.TakeOneAsync();
        Assert.Equal((1, 2), ((int)again.ApplicationProperties["kept"], (int)again.ApplicationProperties["changed"]));
    }

    [Fact]
    public async Task After_the_last_allowed_delivery_the_message_is_dead()
    {
        await using var bus = new TestBus(work => work with { MaxDeliveryCount = 3 });
        await bus.SendAsync("bad", "good");
        for (var delivery = 1; delivery <= 3; delivery++)
        {
            var bad = await bus.Receiver.TakeOneAsync();
            Assert.Equal(("bad", delivery), (bad.Text(), bad.DeliveryCount));
            await bus.Receiver.AbandonMessageAsync(bad);
        }

        Assert.Equal(["good"], await bus.Receiver.TakeBodiesAsync());
        var dead = await bus.DeadLetters.TakeOneAsync();
        Assert.Equal(("bad", "MaxDeliveryCountExceeded"), (dead.Text(), dead.DeadLetterReason));
        Assert.NotEmpty(dead.DeadLetterErrorDescription);
    }

    [Fact]
    public async Task An_expired_lock_counts_like_an_abandoned_message()
    {
        await using var bus = new TestBus(work => work with { MaxDeliveryCount = 2 });
        await bus.SendAsync("a");
        await bus.Receiver.TakeOneAsync();
        bus.Time.Advance(TestBus.LockDuration);
        await bus.Receiver.TakeOneAsync();
        bus.Time.Advance(TestBus.LockDuration);

        Assert.Empty(await bus.Receiver.TakeAllAsync());
        Assert.Equal("MaxDeliveryCountExceeded", (await bus.DeadLetters.TakeOneAsync()).DeadLetterReason);
    }

    [Fact]
    public async Task A_receiver_can_say_why_it_gives_a_message_up()
    {
        await using var bus = new TestBus();
        await bus.SendAsync("a");
        var properties = new Dictionary<string, object> { ["seen"] = "once" };
        await bus.Receiver.DeadLetterMessageAsync(await bus.Receiver.TakeOneAsync(), properties, "unreadable", "not JSON");

        var dead = await bus.DeadLetters.TakeOneAsync();
        Assert.Equal(("unreadable", "not JSON", "once"), (dead.DeadLetterReason, dead.DeadLetterErrorDescription, (string)dead.ApplicationProperties["seen"]));
        Assert.Equal("work/$DeadLetterQueue", bus.DeadLetters.EntityPath);
    }

    [Fact]
    public async Task A_dead_message_is_completed_like_any_other_and_stays_until_then()
    {
        await using var bus = new TestBus(work => work with { MaxDeliveryCount = 1 });
        await bus.SendAsync("a");
        await bus.Receiver.AbandonMessageAsync(await bus.Receiver.TakeOneAsync());
        for (var delivery = 0; delivery < 20; delivery++) await bus.DeadLetters.AbandonMessageAsync(await bus.DeadLetters.TakeOneAsync());
        Assert.Equal(1, bus.Broker.Queue(TestBus.Work).Counts().DeadLetterMessageCount);

        await bus.DeadLetters.CompleteMessageAsync(await bus.DeadLetters.TakeOneAsync());
        Assert.Equal(0, bus.Broker.Queue(TestBus.Work).Counts().DeadLetterMessageCount);
    }

    [Fact]
    public async Task The_dead_letter_queue_is_found_by_its_path_too()
    {
        await using var bus = new TestBus();
        await bus.SendAsync("a");
        await bus.Receiver.DeadLetterMessageAsync(await bus.Receiver.TakeOneAsync());
        var byPath = bus.Client.CreateReceiver("work/$deadletterqueue");

        Assert.Equal("a", (await byPath.ReceiveMessageAsync()).Text());
    }

    [Fact]
    public async Task Dead_messages_of_a_session_queue_are_received_without_a_session()
    {
        await using var bus = TestBus.WithSessions();
        await bus.SendToAsync("s", "a");
        var session = await bus.AcceptAsync("s");
        await session.DeadLetterMessageAsync(await session.TakeOneAsync(), "reason");

        Assert.Equal("s", (await bus.DeadLetters.TakeOneAsync()).SessionId);
    }
}
