using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables.Wire;

/// <summary>One property of an entity type, with its accessors made ready.</summary>
internal sealed class EntityMember
{
    private readonly MethodInvoker? _get;
    private readonly MethodInvoker? _set;

    public EntityMember(PropertyInfo property)
    {
        Name = property.Name == nameof(ITableEntity.ETag)
            ? SystemProperties.ODataETag
            : property.GetCustomAttribute<DataMemberAttribute>()?.Name ?? property.Name;
        Type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        _get = property.GetMethod is { IsPublic: true } get ? MethodInvoker.Create(get) : null;
        _set = property.SetMethod is { } set ? MethodInvoker.Create(set) : null;
    }

    /// <summary>As the service knows it.</summary>
    public string Name { get; }

    public Type Type { get; }

    public object? Get(object entity) => _get?.Invoke(entity);

    public void Set(object entity, object? value) => _set?.Invoke(entity, value);
}
