using System.Buffers;
using Azure.Messaging.ServiceBus;

namespace Interactions.Functions.Messaging;

/// <summary>
/// What was delivered again and again and never came to an end. It goes back to its queue once somebody has mended the reason: sent first and
/// taken out of here after that, so that a crash between the two gives a wake twice. That is harmless, because a wake carries no state.
/// </summary>
internal sealed class DeadLetters(ServiceBusClient bus, BusProbe probe, TimeProvider clock)
{
    public const int MostShown = 50;
    public const int LongestQueue = 260;

    private const int Batch = 20;

    // Whoever asks gets an answer within what anybody is kept waiting; what is left then is there for the next time.
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly SearchValues<char> InNames =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");

    // In these words the bus says why. Others are somebody's own, and might tell of a customer.
    private static readonly string[] Reasons = ["MaxDeliveryCountExceeded", "TTLExpiredException", "HeaderSizeExceeded"];

    private static readonly ServiceBusReceiverOptions There = new() { SubQueue = SubQueue.DeadLetter };

    public static bool IsName(string queue) => queue.Length <= LongestQueue && !queue.AsSpan().ContainsAnyExcept(InNames);

    /// <summary>The first of them, the oldest first, without what they say.</summary>
    public Task<IReadOnlyList<DeadLetter>> PeekAsync(string queue, CancellationToken cancellationToken) => AskAsync<IReadOnlyList<DeadLetter>>(
        async () =>
        {
            await using var receiver = bus.CreateReceiver(queue, There);
            return [.. (await receiver.PeekMessagesAsync(MostShown, cancellationToken: cancellationToken)).Select(Shown)];
        },
        cancellationToken);

    public Task<MessageCounts[]> CountAsync(CancellationToken cancellationToken) => AskAsync(() => probe.CountAsync(cancellationToken), cancellationToken);

    /// <summary>How many went back to the queue: of those that are there now, as many as there is time for.</summary>
    public Task<int> ReplayAsync(string queue, CancellationToken cancellationToken) => AskAsync(
        async () =>
        {
            // What fails again meanwhile comes back here, and is not taken for one that was waiting.
            var most = (await probe.CountAsync(cancellationToken)).Single(each => each.Name == queue).DeadLettered;
            await using var receiver = bus.CreateReceiver(queue, There);
            await using var sender = bus.CreateSender(queue);
            var (began, replayed) = (clock.GetTimestamp(), 0);
            try
            {
                while (replayed < most && clock.GetElapsedTime(began) < Time)
                {
                    var messages = await receiver.ReceiveMessagesAsync((int)Math.Min(Batch, most - replayed), Patience, cancellationToken);
                    if (messages.Count == 0)
                        break;
                    foreach (var message in messages.TakeWhile(_ => clock.GetElapsedTime(began) < Time))
                    {
                        await sender.SendMessageAsync(Again(message), cancellationToken);
                        await receiver.CompleteMessageAsync(message, cancellationToken);
                        replayed++;
                    }
                }
            }
            catch (Exception) when (replayed > 0)
            {
                // What was replayed is worth saying; what is left is there for the next time.
            }

            return replayed;
        },
        cancellationToken);

    // Written out, because a message that is made of another keeps the moment at which that expired, and loses what its trace is known by.
    private static ServiceBusMessage Again(ServiceBusReceivedMessage buried)
    {
        var message = new ServiceBusMessage(buried.Body) { ContentType = buried.ContentType, CorrelationId = buried.CorrelationId, Subject = buried.Subject };
        if (buried.MessageId is { Length: > 0 } id)
            message.MessageId = id;
        if (buried.SessionId is { } session)
            message.SessionId = session;
        foreach (var (name, value) in buried.ApplicationProperties.Where(property => property.Key is not ("DeadLetterReason" or "DeadLetterErrorDescription")))
            message.ApplicationProperties.Add(name, value);
        return message;
    }

    private static DeadLetter Shown(ServiceBusReceivedMessage buried)
    {
        var isItsOwn = Reasons.Contains(buried.DeadLetterReason);
        return new(
            WakeMessage.Subjects.Contains(buried.Subject) ? buried.Subject : null,
            isItsOwn ? buried.DeadLetterReason : "other",
            isItsOwn ? buried.DeadLetterErrorDescription : null,
            buried.EnqueuedTime,
            buried.DeliveryCount);
    }

    private static async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask();
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BusUnavailableException(fault);
        }
    }
}
