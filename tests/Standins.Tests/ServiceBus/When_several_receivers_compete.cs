using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using Interactions.Standins.Tests.ServiceBus.Support;

namespace Interactions.Standins.Tests.ServiceBus;

public sealed class When_several_receivers_compete
{
    [Fact]
    public async Task Every_message_is_received_by_exactly_one_of_them()
    {
        const int Many = 5_000;
        await using var bus = new TestBus(time: TimeProvider.System);
        var received = new ConcurrentBag<string>();
        using var done = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        var receivers = Enumerable.Range(0, 6).Select(_ => Task.Run(() => PumpAsync(bus.NewReceiver()))).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 2).Select(part => Task.Run(async () =>
        {
            for (var number = part; number < Many; number += 2) await bus.SendAsync($"{number}");
        })));
        await Task.WhenAll(receivers);

        Assert.Equal(Many, received.Count);
        Assert.Equal(Many, received.Distinct().Count());

        async Task PumpAsync(ServiceBusReceiver receiver)
        {
            try
            {
                while (true)
                {
                    foreach (var message in await receiver.ReceiveMessagesAsync(7, cancellationToken: done.Token))
                    {
                        received.Add(message.Text());
                        await receiver.CompleteMessageAsync(message);
                    }

                    if (received.Count >= Many) await done.CancelAsync();
                }
            }
            catch (OperationCanceledException) when (done.IsCancellationRequested)
            {
                // All are received, or the assertions will say how many are missing.
            }
        }
    }

    [Fact]
    public async Task Cancelling_waits_while_messages_arrive_loses_none()
    {
        const int Many = 2_000;
        await using var bus = new TestBus(time: TimeProvider.System);
        var received = 0;
        var sending = Task.Run(async () =>
        {
            for (var number = 0; number < Many; number++)
            {
                await bus.SendAsync("m");
                if (number % 5 == 0) await Task.Yield();
            }
        });

        var random = new Random(7);
        while (received < Many)
        {
            using var impatience = new CancellationTokenSource();
            var waiting = bus.Receiver.ReceiveMessageAsync(TimeSpan.FromSeconds(10), impatience.Token);
            if (random.Next(2) == 0) await impatience.CancelAsync();
            try
            {
                var message = await waiting.Soon();
                Assert.Equal(1, message.DeliveryCount);
                await bus.Receiver.CompleteMessageAsync(message);
                received++;
            }
            catch (OperationCanceledException)
            {
                // Cancelled before a message came: none may be gone for it.
            }
        }

        await sending;
        Assert.Equal(0, bus.Broker.Queue(TestBus.Work).Counts().TotalMessageCount);
    }
}
