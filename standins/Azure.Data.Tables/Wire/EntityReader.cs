using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>An entity from the JSON the service sends.</summary>
internal static class EntityReader
{
    public static T Read<T>(Response response)
        where T : class, ITableEntity
    {
        var json = new Utf8JsonReader(response.Content.ToMemory().Span);
        json.Read();
        return Read<T>(ref json);
    }

    /// <summary>The entities of one page: the array named <c>value</c>.</summary>
    public static List<T> ReadPage<T>(Response response)
        where T : class, ITableEntity
    {
        var entities = new List<T>();
        var json = new Utf8JsonReader(response.Content.ToMemory().Span);
        json.Read();

        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var found = json.ValueTextEquals("value"u8);
            json.Read();
            if (!found)
                json.Skip();

            while (found && json.Read() && json.TokenType is JsonTokenType.StartObject)
                entities.Add(Read<T>(ref json));
        }

        return entities;
    }

    private static T Read<T>(ref Utf8JsonReader json)
        where T : class, ITableEntity
    {
        var entity = Activator.CreateInstance<T>();

        if (entity is IDictionary<string, object?> properties)
            ReadAll(ref json, properties);
        else
            EntityShape.Of(typeof(T)).Read(ref json, entity);

        return entity;
    }

    private static void ReadAll(ref Utf8JsonReader json, IDictionary<string, object?> properties)
    {
        string? edmType = null;

        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();

            // A type is told right before the property it belongs to.
            if (name.EndsWith(SystemProperties.ODataType, StringComparison.Ordinal))
            {
                edmType = json.GetString();
                continue;
            }

            if (name is SystemProperties.Timestamp)
                edmType = EdmType.DateTime;

            if (name is not SystemProperties.ODataMetadata)
                properties[name] = EdmReader.Read(ref json, edmType);

            edmType = null;
        }
    }
}
