using Azure.Messaging.ServiceBus;

namespace Interactions.Standins.Tests.ServiceBus.Support;

internal static class Receiving
{
    /// <summary>What is there now, without waiting for more.</summary>
    public static Task<IReadOnlyList<ServiceBusReceivedMessage>> TakeAllAsync(this ServiceBusReceiver receiver, int most = 1000) =>
        receiver.ReceiveMessagesAsync(most, TimeSpan.Zero);

    public static async Task<ServiceBusReceivedMessage> TakeOneAsync(this ServiceBusReceiver receiver) =>
        Assert.Single(await receiver.TakeAllAsync(1));

    public static async Task<string[]> TakeBodiesAsync(this ServiceBusReceiver receiver, int most = 1000) =>
        [.. (await receiver.TakeAllAsync(most)).Select(Text)];

    /// <summary>What should come now: a test that waits for it in vain fails instead of standing still.</summary>
    public static Task<T> Soon<T>(this Task<T> awaited) => awaited.WaitAsync(TimeSpan.FromSeconds(10));

    public static string Text(this ServiceBusReceivedMessage message) => message.Body.ToString();

    public static async Task FailsAsync(ServiceBusFailureReason reason, Func<Task> action)
    {
        var fault = await Assert.ThrowsAsync<ServiceBusException>(() => action().WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Equal(reason, fault.Reason);
    }
}
