using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>The properties of an entity type of the caller's own, found once.</summary>
internal sealed class EntityShape
{
    private static readonly ConcurrentDictionary<Type, EntityShape> Known = new();

    private readonly Dictionary<string, EntityMember> _members;

    private EntityShape(Type type)
    {
        _members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Where(property => !property.IsDefined(typeof(IgnoreDataMemberAttribute)))
            .Select(property => new EntityMember(property))
            .ToDictionary(member => member.Name, StringComparer.Ordinal);
    }

    public static EntityShape Of(Type type) => Known.GetOrAdd(type, static type => new EntityShape(type));

    public void Write(Utf8JsonWriter json, object entity)
    {
        foreach (var (name, member) in _members)
        {
            if (name is not (SystemProperties.ODataETag or SystemProperties.Timestamp))
                EdmWriter.Write(json, name, member.Get(entity));
        }
    }

    public void Read(ref Utf8JsonReader json, object entity)
    {
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var member = _members.GetValueOrDefault(json.GetString()!);
            json.Read();
            member?.Set(entity, EdmReader.Read(ref json, member.Type));
        }
    }
}
