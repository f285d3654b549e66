using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interactions.Functions.Storage.Json;

/// <summary>
/// A value of an enumeration by name, so that their order in the source may change: one name, spelled as it is. What .NET would take
/// besides (several names, other capitals, blanks around them) makes values that nobody knows.
/// </summary>
internal sealed class NameConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && EnumNames<T>.TryParse(reader.GetString(), out var value)
            ? value
            : throw new JsonException($"Not a {typeof(T).Name}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(NameOf(value));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        EnumNames<T>.TryParse(reader.GetString(), out var value) ? value : throw new JsonException($"Not a {typeof(T).Name}.");

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(NameOf(value));

    private static string NameOf(T value) => EnumNames<T>.Names.TryGetValue(value, out var name) ? name : throw new JsonException($"There is no {typeof(T).Name} {value}.");
}
