using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interactions.Functions.Storage.Configuration;

/// <summary>A day by its name, and nothing else: a list of two would pass for a third.</summary>
internal sealed class DayConverter : JsonConverter<DayOfWeek>
{
    public override DayOfWeek Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            if (string.Equals(day.ToString(), text, StringComparison.OrdinalIgnoreCase))
                return day;
        }

        throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, DayOfWeek value, JsonSerializerOptions options) =>
        writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
}
