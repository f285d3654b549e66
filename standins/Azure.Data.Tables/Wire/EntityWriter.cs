using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>An entity as the JSON the service takes, without null and what the service keeps itself (timestamp, ETag).</summary>
internal static class EntityWriter
{
    public static byte[] Write(ITableEntity entity)
    {
        using var scratch = Scratch.Take();
        Write(scratch.Json, entity);
        scratch.Json.Flush();
        return scratch.Buffer.WrittenSpan.ToArray();
    }

    public static void Write(Utf8JsonWriter json, ITableEntity entity)
    {
        json.WriteStartObject();

        if (entity is TableEntity table)
            table.WriteTo(json);
        else if (entity is IDictionary<string, object> properties)
            WriteAll(json, properties);
        else
            EntityShape.Of(entity.GetType()).Write(json, entity);

        json.WriteEndObject();
    }

    public static void WriteAll<TProperties>(Utf8JsonWriter json, TProperties properties)
        where TProperties : IEnumerable<KeyValuePair<string, object>>
    {
        foreach (var (name, value) in properties)
        {
            if (name is SystemProperties.ODataETag or SystemProperties.Timestamp)
                continue;

            if (value is Enum)
                throw new NotSupportedException($"Property '{name}' is an enum; only a type of one's own may hold one.");

            EdmWriter.Write(json, name, value);
        }
    }
}
