using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interactions.Functions.Storage.Json;

/// <summary>What the values of enumerations are called outside.</summary>
internal static class EnumNames
{
    public static IReadOnlyList<string> AllOf(Type type) => [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(Of)];

    public static string Of(FieldInfo value) =>
        value.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(value.Name);
}

/// <summary>Those of one: each has one name, spelled as it is.</summary>
internal static class EnumNames<T>
    where T : struct, Enum
{
    public static readonly FrozenDictionary<T, string> Names =
        Enum.GetValues<T>().ToFrozenDictionary(value => value, value => EnumNames.Of(typeof(T).GetField(value.ToString())!));

    public static readonly FrozenDictionary<string, T> Values = Names.ToFrozenDictionary(name => name.Value, name => name.Key, StringComparer.Ordinal);

    public static bool TryParse(string? text, out T value) => Values.TryGetValue(text ?? "", out value);
}
