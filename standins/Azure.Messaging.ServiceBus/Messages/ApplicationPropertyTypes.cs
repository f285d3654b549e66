using System.Runtime.Serialization;

namespace Azure.Messaging.ServiceBus;

/// <summary>The value types that AMQP can carry in a message's application properties.</summary>
internal static class ApplicationPropertyTypes
{
    public static void Check(IEnumerable<KeyValuePair<string, object>> properties)
    {
        foreach (var (name, value) in properties)
        {
            if (IsCarried(value)) continue;
            throw new SerializationException(
                $"The application property '{name}' is a {value.GetType()}, which Service Bus cannot carry.");
        }
    }

    private static bool IsCarried(object? value) => value
        is null or string or bool or char or byte or sbyte or short or ushort or int or uint or long or ulong
        or float or double or decimal or Guid or Uri or DateTime or DateTimeOffset or TimeSpan;
}
