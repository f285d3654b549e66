using Azure.Messaging.ServiceBus;
using Interactions.Standins.Tests.ServiceBus.Support;

namespace Interactions.Standins.Tests.ServiceBus;

public sealed class When_a_queue_detects_duplicates
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task The_second_with_the_same_id_is_swallowed_though_its_send_succeeds()
    {
        await using var bus = Detecting();
        await bus.Sender.SendMessageAsync(Message("m", "first"));
        await bus.Sender.SendMessageAsync(Message("m", "second"));
        await bus.Sender.SendMessageAsync(Message("n", "third"));

        Assert.Equal(["first", "third"], await bus.Receiver.TakeBodiesAsync());
    }

    [Fact]
    public async Task It_is_swallowed_even_when_the_first_is_completed()
    {
        await using var bus = Detecting();
        await bus.Sender.SendMessageAsync(Message("m"));
        await bus.Receiver.CompleteMessageAsync(await bus.Receiver.TakeOneAsync());
        await bus.Sender.SendMessageAsync(Message("m"));

        Assert.Empty(await bus.Receiver.TakeAllAsync());
    }

    [Fact]
    public async Task Within_one_send_too()
    {
        await using var bus = Detecting();
        await bus.Sender.SendMessagesAsync([Message("m", "first"), Message("m", "second")]);

        Assert.Equal(["first"], await bus.Receiver.TakeBodiesAsync());
    }

    [Fact]
    public async Task The_window_ends_counted_from_the_first()
    {
        await using var bus = Detecting();
        await bus.Sender.SendMessageAsync(Message("m", "first"));
        bus.Time.Advance(Window - TimeSpan.FromSeconds(1));
        await bus.Sender.SendMessageAsync(Message("m", "within"));
        bus.Time.Advance(TimeSpan.FromSeconds(1));
        await bus.Sender.SendMessageAsync(Message("m", "after"));

        Assert.Equal(["first", "after"], await bus.Receiver.TakeBodiesAsync());
    }

    [Fact]
    public async Task A_scheduled_one_counts_from_when_it_was_sent()
    {
        await using var bus = Detecting();
        await bus.Sender.ScheduleMessageAsync(Message("m", "scheduled"), bus.Time.Now + (2 * Window));
        await bus.Sender.SendMessageAsync(Message("m", "within"));
        bus.Time.Advance(Window);
        await bus.Sender.SendMessageAsync(Message("m", "after"));
        bus.Time.Advance(Window);

        Assert.Equal(["after", "scheduled"], await bus.Receiver.TakeBodiesAsync());
    }

    [Fact]
    public async Task A_scheduled_duplicate_is_swallowed()
    {
        await using var bus = Detecting();
        await bus.Sender.SendMessageAsync(Message("m", "first"));
        await bus.Sender.ScheduleMessageAsync(Message("m", "scheduled"), bus.Time.Now.AddMinutes(1));

        Assert.Equal(0, bus.Broker.Queue(TestBus.Work).Counts().ScheduledMessageCount);
        bus.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["first"], await bus.Receiver.TakeBodiesAsync());
    }

    [Fact]
    public async Task Messages_without_an_id_are_never_duplicates()
    {
        await using var bus = Detecting();
        await bus.SendAsync("a", "a");

        Assert.Equal(["a", "a"], await bus.Receiver.TakeBodiesAsync());
    }

    [Fact]
    public async Task A_queue_that_does_not_detect_them_keeps_both()
    {
        await using var bus = new TestBus();
        await bus.Sender.SendMessageAsync(Message("m", "first"));
        await bus.Sender.SendMessageAsync(Message("m", "second"));

        Assert.Equal(["first", "second"], await bus.Receiver.TakeBodiesAsync());
    }

    private static TestBus Detecting() => new(work => work with
    {
        RequiresDuplicateDetection = true,
        DuplicateDetectionHistoryTimeWindow = Window,
        LockDuration = TimeSpan.FromHours(1),
    });

    private static ServiceBusMessage Message(string id, string body = "body") => new(body) { MessageId = id };
}
