using Azure.Messaging.ServiceBus;
using Interactions.Standins.Tests.ServiceBus.Support;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Standins.Tests.Host;

public sealed class When_a_message_triggers_a_function
{
    [Fact]
    public async Task It_is_completed_when_the_function_succeeds()
    {
        var recorder = new Recorder();
        await using var bus = await QueueHost.StartAsync(recorder, typeof(Noting));

        await bus.SendAsync("work", "fine");

        await Recorder.UntilAsync(() => recorder.Seen.Count == 1);
        await ExpectEmptyAsync(bus.Client.CreateReceiver("work"));
        Assert.Equal(["fine, delivery 1"], recorder.Seen);
    }

    [Fact]
    public async Task It_comes_again_when_the_function_throws_and_is_dead_lettered_in_the_end()
    {
        var recorder = new Recorder();
        await using var bus = await QueueHost.StartAsync(recorder, typeof(Failing));

        await bus.SendAsync("work", "broken");

        var dead = await bus.Client.CreateReceiver("work", new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter })
            .ReceiveMessageAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("broken", dead.Body.ToString());
        Assert.Equal("MaxDeliveryCountExceeded", dead.DeadLetterReason);
        Assert.Equal(["delivery 1", "delivery 2", "delivery 3"], recorder.Seen);
    }

    [Fact]
    public async Task What_the_function_settles_itself_stays_settled()
    {
        var recorder = new Recorder();
        await using var bus = await QueueHost.StartAsync(recorder, typeof(Settling));

        await bus.SendAsync("work", "unwanted");

        var dead = await bus.Client.CreateReceiver("work", new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter })
            .ReceiveMessageAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("not wanted", dead.DeadLetterReason);
        Assert.Single(recorder.Seen);
    }

    [Fact]
    public async Task No_more_run_at_once_than_host_json_allows()
    {
        var recorder = new Recorder();
        await using var bus = await QueueHost.StartAsync(recorder, typeof(Held));
        foreach (var number in Enumerable.Range(0, 10))
            await bus.SendAsync("work", $"{number}");

        await Recorder.UntilAsync(() => recorder.Running == 3);
        await Task.Delay(TimeSpan.FromMilliseconds(200));
        recorder.Door.SetResult();
        await Recorder.UntilAsync(() => recorder.Seen.Count == 10);

        Assert.Equal(3, recorder.MostAtOnce);
        Assert.Equal(10, recorder.Seen.Distinct().Count());
    }

    [Fact]
    public async Task Its_lock_is_renewed_while_the_function_runs()
    {
        var recorder = new Recorder();
        var time = new ManualTimeProvider();
        await using var bus = await QueueHost.StartAsync(recorder, typeof(Held), time);
        await bus.SendAsync("work", "long");
        await Recorder.UntilAsync(() => recorder.Running == 1);

        await time.PassAsync(4 * QueueHost.LockDuration, QueueHost.LockDuration / 3);
        recorder.Door.SetResult();
        await Recorder.UntilAsync(() => recorder.Seen.Count == 1);
        await ExpectEmptyAsync(bus.Client.CreateReceiver("work"));
        Assert.Equal(1, recorder.MostAtOnce);
        Assert.Single(recorder.Seen);
    }

    [Fact]
    public async Task It_is_finished_before_the_host_stops_and_nothing_new_is_begun()
    {
        var recorder = new Recorder();
        await using var bus = await QueueHost.StartAsync(recorder, typeof(Held));
        foreach (var number in Enumerable.Range(0, 5))
            await bus.SendAsync("work", $"{number}");
        await Recorder.UntilAsync(() => recorder.Running == 3);

        var stopping = bus.Host.StopAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(200));
        Assert.False(stopping.IsCompleted);
        recorder.Door.SetResult();
        await stopping;

        Assert.Equal(3, recorder.Seen.Count);
        Assert.Equal(2, (await bus.Client.CreateReceiver("work").ReceiveMessagesAsync(10, TimeSpan.FromSeconds(5))).Count);
    }

    [Fact]
    public async Task A_function_that_outlasts_the_drain_is_told_to_give_up_and_its_message_comes_back()
    {
        var recorder = new Recorder();
        await using var bus = await QueueHost.StartAsync(recorder, typeof(Held));
        await bus.SendAsync("work", "endless");
        await Recorder.UntilAsync(() => recorder.Running == 1);
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await bus.Host.StopAsync(impatient.Token);

        var back = await bus.Client.CreateReceiver("work").ReceiveMessageAsync(TimeSpan.FromSeconds(5));
        Assert.Equal("endless", back.Body.ToString());
        Assert.Empty(recorder.Seen);
    }

    private static async Task ExpectEmptyAsync(ServiceBusReceiver receiver)
    {
        // A peek shows locked messages as well, so an empty one means completed.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await receiver.PeekMessageAsync(fromSequenceNumber: 0, limit.Token) is not null)
            await Task.Delay(TimeSpan.FromMilliseconds(10), limit.Token);
    }

    public sealed class Noting(Recorder recorder)
    {
        [Function("Noting")]
        public void Run([ServiceBusTrigger("%WorkQueue%", Connection = "Bus")] ServiceBusReceivedMessage message) =>
            recorder.Note($"{message.Body}, delivery {message.DeliveryCount}");
    }

    public sealed class Failing(Recorder recorder)
    {
        [Function("Failing")]
        public Task RunAsync([ServiceBusTrigger("work", Connection = "Bus")] ServiceBusReceivedMessage message)
        {
            recorder.Note($"delivery {message.DeliveryCount}");
            throw new InvalidOperationException("cannot be done");
        }
    }

    public sealed class Settling(Recorder recorder)
    {
        [Function("Settling")]
        public async Task RunAsync(
            [ServiceBusTrigger("work", Connection = "Bus")] ServiceBusReceivedMessage message, ServiceBusMessageActions actions)
        {
            recorder.Note($"{message.Body}");
            await actions.DeadLetterMessageAsync(message, deadLetterReason: "not wanted");
        }
    }

    public sealed class Held(Recorder recorder)
    {
        [Function("Held")]
        public async Task RunAsync(
            [ServiceBusTrigger("work", Connection = "Bus")] ServiceBusReceivedMessage message, CancellationToken cancellationToken)
        {
            await recorder.PassDoorAsync(cancellationToken);
            recorder.Note($"{message.Body}");
        }
    }
}
