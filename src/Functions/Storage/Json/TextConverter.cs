using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interactions.Functions.Storage.Json;

/// <summary>Ids, addresses and numbers as the text they are known by.</summary>
internal sealed class TextConverter<T> : JsonConverter<T>
    where T : struct, IParsable<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(TextOf(value));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(TextOf(value));

    private static T Parse(string? text) =>
        T.TryParse(text, null, out var value) ? value : throw new JsonException($"Not a {typeof(T).Name}.");

    // One that was never set has no text, or none that could be read again: better not stored than lost afterwards.
    private static string TextOf(T value) =>
        !EqualityComparer<T>.Default.Equals(value, default) ? value.ToString()! : throw new JsonException($"A {typeof(T).Name} was never set.");
}
