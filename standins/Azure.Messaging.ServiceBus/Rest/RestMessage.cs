using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Core;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>Messages as the service's send API takes them: one as headers and a body, several as a JSON batch.</summary>
internal static class RestMessage
{
    private const string BatchContentType = "application/vnd.microsoft.servicebus.json";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void WriteOne(Request request, MessageContents message)
    {
        var properties = JsonSerializer.Serialize(BrokerProperties.InHeader(message), RestJson.Default.BrokerProperties);
        request.Headers.SetValue(nameof(BrokerProperties), properties);
        if (message.ContentType is { } contentType) request.Headers.SetValue(HttpHeader.Names.ContentType, contentType);
        foreach (var (name, value) in message.ApplicationProperties) request.Headers.Add(HeaderName(name), HeaderValue(name, value));
        request.Content = RequestContent.Create(message.Body);
    }

    /// <summary>The batch format has no place for a message's content type: its receivers know what their queue carries.</summary>
    public static void WriteBatch(Request request, IReadOnlyList<MessageContents> messages)
    {
        var entries = messages.Select(message => new BatchEntry(
            TextOf(message.Body),
            BrokerProperties.InBatch(message),
            message.ApplicationProperties.Count == 0
                ? null
                : message.ApplicationProperties.ToDictionary(property => property.Key, property => JsonOf(property.Key, property.Value))));
        request.Headers.SetValue(HttpHeader.Names.ContentType, BatchContentType);
        request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes([.. entries], RestJson.Default.BatchEntryArray));
    }

    private static string TextOf(BinaryData body)
    {
        try
        {
            return StrictUtf8.GetString(body);
        }
        catch (DecoderFallbackException fault)
        {
            throw new NotSupportedException(
                "Over REST a batch carries text in UTF-8 only; send messages with binary bodies one by one.", fault);
        }
    }

    /// <summary>The service infers a property's type from its text: what is in quotes is a string.</summary>
    private static string HeaderValue(string name, object? value) => value switch
    {
        string text when text.All(c => c is >= ' ' and <= '~') => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        _ => NumberOf(name, value).ToString()!,
    };

    private static JsonValue? JsonOf(string name, object? value) => value switch
    {
        string text => JsonValue.Create(text),
        bool truth => JsonValue.Create(truth),
        _ => NumberOf(name, value),
    };

    private static JsonValue NumberOf(string name, object? value) => value switch
    {
        byte or sbyte or short or ushort or int or uint or long => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        float or double => JsonValue.Create(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException(
            $"The application property '{name}' would not arrive as it is over REST: "
            + "only text (in a header in ASCII), true and false, integers and floating-point numbers do."),
    };

    private static string HeaderName(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && !Taken.Contains(name)
            ? name
            : throw new NotSupportedException(
                $"The application property '{name}' has a name that cannot be a header of its own over REST.");

    private static readonly HashSet<string> Taken = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Authorization", "BrokerProperties", "Connection", "Content-Length", "Content-Type", "Date", "Expect", "Host",
        "Transfer-Encoding", "User-Agent",
    };
}
