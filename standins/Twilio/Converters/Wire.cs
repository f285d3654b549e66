using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Twilio.Exceptions;
using Twilio.Types;

namespace Twilio.Converters;

/// <summary>Twilio's JSON: snake_case, numbers that may come quoted and texts that may not, dates as RFC 2822.</summary>
internal static class Wire
{
    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        PropertyNameCaseInsensitive = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new LooseText(), new Moment(), new Number() },
    };

    /// <summary>A resource, or null for an empty body, which is how the official package answers it.</summary>
    internal static T? Resource<T>(string json)
        where T : class
    {
        if (string.IsNullOrWhiteSpace(json)) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(json, Json);
        }
        catch (JsonException unreadable)
        {
            throw new ApiException(unreadable.Message, unreadable);
        }
    }

    private sealed class LooseText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String) return reader.GetString();
            using var scalar = JsonDocument.ParseValue(ref reader);
            return scalar.RootElement.GetRawText();
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            throw new NotSupportedException();
    }

    private sealed class Moment : JsonConverter<DateTime>
    {
        // In local time, as the official package gives it: callers convert.
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DateTime.TryParse(reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment)
                ? moment
                : throw new JsonException($"'{reader.GetString()}' is not a date.");

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
            throw new NotSupportedException();
    }

    private sealed class Number : JsonConverter<PhoneNumber>
    {
        // A message that waits for its sender has "from": null, and still a PhoneNumber, of no text.
        public override bool HandleNull => true;

        public override PhoneNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, PhoneNumber value, JsonSerializerOptions options) =>
            throw new NotSupportedException();
    }
}
