using System.Text.Json;
using System.Text.Json.Serialization;
using Twilio.Types;

namespace Twilio.Converters;

internal sealed class StringEnumReader<T> : JsonConverter<T>
    where T : StringEnum, new()
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var word = new T();
        word.FromString(reader.GetString());
        return word;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException();
}
