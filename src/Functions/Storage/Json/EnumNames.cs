using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interactions.Functions.Storage.Json;

/// <summary>What the values of enumerations are called outside.</summary>
internal static class EnumNames
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        Of(typeof(T).GetField(value.ToString())!);

    public static IReadOnlyList<string> AllOf(Type type) => [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(Of)];

    private static string Of(FieldInfo value) =>
        value.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(value.Name);
}
