using Azure.Messaging.ServiceBus;
using Interactions.Standins.Tests.ServiceBus.Support;

namespace Interactions.Standins.Tests.ServiceBus;

public sealed class When_a_queue_requires_sessions
{
    [Fact]
    public async Task A_session_has_only_one_holder()
    {
        await using var bus = TestBus.WithSessions();
        await bus.SendToAsync("s", "a");
        await using var holder = await bus.AcceptNextAsync();

        await Receiving.FailsAsync(ServiceBusFailureReason.SessionCannotBeLocked, () => bus.AcceptAsync("s"));
        var other = bus.AcceptNextAsync();
        Assert.False(other.IsCompleted);
        await holder.CloseAsync();
        Assert.Equal("s", (await other.Soon()).SessionId);
    }

    [Fact]
    public async Task Its_holder_sees_only_its_messages_and_sees_new_ones_at_once()
    {
        await using var bus = TestBus.WithSessions();
        await bus.SendToAsync("s", "a");
        await bus.SendToAsync("t", "x");
        var session = await bus.AcceptAsync("s");
        Assert.Equal(["a"], await session.TakeBodiesAsync());
        var waiting = session.ReceiveMessageAsync();
        await bus.SendToAsync("t", "y");
        Assert.False(waiting.IsCompleted);
        await bus.SendToAsync("s", "b");

        Assert.Equal("b", (await waiting.Soon()).Text());
    }

    [Fact]
    public async Task The_session_that_is_ready_longest_is_accepted_first()
    {
        await using var bus = TestBus.WithSessions();
        await bus.SendToAsync("first", "a");
        await bus.SendToAsync("second", "b");
        await bus.SendToAsync("first", "c");

        Assert.Equal("first", (await bus.AcceptNextAsync()).SessionId);
        Assert.Equal("second", (await bus.AcceptNextAsync()).SessionId);
    }

    [Fact]
    public async Task A_session_that_was_served_stands_behind_those_that_waited()
    {
        await using var bus = TestBus.WithSessions();
        await bus.SendToAsync("busy", "a", "b");
        await bus.SendToAsync("patient", "x");
        await using (var session = await bus.AcceptNextAsync()) await session.CompleteMessageAsync(await session.TakeOneAsync());

        Assert.Equal("patient", (await bus.AcceptNextAsync()).SessionId);
        Assert.Equal("busy", (await bus.AcceptNextAsync()).SessionId);
    }

    [Fact]
    public async Task Waiting_receivers_get_one_session_each_in_the_order_in_which_they_came()
    {
        await using var bus = TestBus.WithSessions();
        var first = bus.AcceptNextAsync();
        var second = bus.AcceptNextAsync();
        await bus.SendToAsync("s", "a", "b");
        Assert.False(second.IsCompleted);
        await bus.SendToAsync("t", "x");

        Assert.Equal("s", (await first.Soon()).SessionId);
        Assert.Equal("t", (await second.Soon()).SessionId);
    }

    [Fact]
    public async Task A_session_without_messages_may_be_held_before_they_come()
    {
        await using var bus = TestBus.WithSessions();
        var session = await bus.AcceptAsync("s");
        await bus.SendToAsync("s", "a");

        Assert.Equal(["a"], await session.TakeBodiesAsync());
    }

    [Fact]
    public async Task A_closed_session_gives_back_what_was_not_settled_and_counts_no_failure()
    {
        await using var bus = TestBus.WithSessions();
        await bus.SendToAsync("s", "a", "b", "c");
        await using (var session = await bus.AcceptAsync("s"))
        {
            var messages = await session.TakeAllAsync(2);
            await session.CompleteMessageAsync(messages[0]);
        }

        var again = await (await bus.AcceptNextAsync()).TakeAllAsync();
        Assert.Equal([("b", 1), ("c", 1)], again.Select(message => (message.Text(), message.DeliveryCount)));
    }

    [Fact]
    public async Task An_abandoned_message_comes_again_before_those_behind_it()
    {
        await using var bus = TestBus.WithSessions();
        await bus.SendToAsync("s", "a", "b");
        var session = await bus.AcceptAsync("s");
        await session.AbandonMessageAsync(await session.TakeOneAsync());

        Assert.Equal(["a", "b"], await session.TakeBodiesAsync());
    }

    [Fact]
    public async Task Closing_the_client_lets_its_sessions_go()
    {
        await using var bus = TestBus.WithSessions();
        await bus.SendToAsync("s", "a");
        await using (var other = new ServiceBusClient(bus.ConnectionString)) await other.AcceptSessionAsync(TestBus.Work, "s");

        Assert.Equal(["a"], await (await bus.AcceptAsync("s")).TakeBodiesAsync());
    }

    [Fact]
    public async Task Only_the_receiver_of_its_session_settles_a_message()
    {
        await using var bus = TestBus.WithSessions();
        await bus.SendToAsync("s", "a");
        var session = await bus.AcceptAsync("s");
        var message = await session.TakeOneAsync();
        var other = await bus.AcceptAsync("t");

        await Receiving.FailsAsync(ServiceBusFailureReason.MessageLockLost, () => other.CompleteMessageAsync(message));
        await session.CompleteMessageAsync(message);
    }

    [Fact]
    public async Task Sending_and_receiving_without_a_session_are_refused()
    {
        await using var bus = TestBus.WithSessions();

        await Assert.ThrowsAsync<InvalidOperationException>(() => bus.SendAsync("a"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => bus.Receiver.TakeAllAsync());
    }

    [Fact]
    public async Task A_queue_without_sessions_has_none_to_accept()
    {
        await using var bus = new TestBus();

        await Assert.ThrowsAsync<InvalidOperationException>(() => bus.AcceptNextAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => bus.AcceptAsync("s"));
    }

    [Fact]
    public async Task Peeking_in_a_session_shows_only_its_messages()
    {
        await using var bus = TestBus.WithSessions();
        await bus.SendToAsync("s", "a");
        await bus.SendToAsync("t", "x");

        Assert.Equal(["x"], (await (await bus.AcceptAsync("t")).PeekMessagesAsync(10)).Select(message => message.Text()));
    }
}
