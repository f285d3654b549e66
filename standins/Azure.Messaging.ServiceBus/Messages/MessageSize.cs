using System.Text;

namespace Azure.Messaging.ServiceBus;

/// <summary>
/// How many bytes a message takes. The service counts its AMQP encoding; this counts the same parts with a
/// fixed envelope for each message, so it errs on the large side.
/// </summary>
internal static class MessageSize
{
    /// <summary>The Standard tier's limit, for one message and for a batch alike.</summary>
    public const long Limit = 256 * 1024;

    public const long BatchEnvelope = 24;

    private const long MessageEnvelope = 96;
    private const long ValueEnvelope = 4;
    private const long FixedWidthValue = 16;

    public static long Of(MessageContents message) => MessageEnvelope
        + message.Body.ToMemory().Length
        + Of(message.MessageId) + Of(message.SessionId) + Of(message.PartitionKey) + Of(message.TransactionPartitionKey)
        + Of(message.CorrelationId) + Of(message.Subject) + Of(message.To) + Of(message.ReplyTo)
        + Of(message.ReplyToSessionId) + Of(message.ContentType)
        + message.ApplicationProperties.Sum(property => Of(property.Key) + Of(property.Value));

    public static void Check(IReadOnlyList<MessageContents> messages, string entityPath)
    {
        var total = messages.Sum(Of) + (messages.Count > 1 ? BatchEnvelope : 0);
        if (total > Limit)
        {
            throw new ServiceBusException(
                $"{messages.Count} message(s) of {total} bytes together are more than the {Limit} bytes that one send may carry.",
                ServiceBusFailureReason.MessageSizeExceeded,
                entityPath);
        }
    }

    private static long Of(object? value) => ValueEnvelope + value switch
    {
        null => 0,
        string text => Encoding.UTF8.GetByteCount(text),
        Uri uri => Encoding.UTF8.GetByteCount(uri.OriginalString),
        _ => FixedWidthValue,
    };
}
