using YamlDotNet.Serialization;

namespace Interactions.Functions.Tests.Infra;

/// <summary>A YAML file as maps, lists and texts; a key that is there twice is refused.</summary>
internal static class Yaml
{
    public static IReadOnlyDictionary<string, object?> Read(string path) =>
        Named(new DeserializerBuilder().WithDuplicateKeyChecking().Build().Deserialize<Dictionary<object, object?>>(File.ReadAllText(path)));

    public static IReadOnlyDictionary<string, object?> Map(this IReadOnlyDictionary<string, object?> map, string key) => Named((Dictionary<object, object?>)map[key]!);

    public static string Text(this IReadOnlyDictionary<string, object?> map, string key) => (string)map[key]!;

    public static IReadOnlyList<IReadOnlyDictionary<string, object?>> Maps(this IReadOnlyDictionary<string, object?> map, string key) =>
        [.. ((List<object>)map[key]!).Select(each => Named((Dictionary<object, object?>)each))];

    public static IReadOnlyList<string> Texts(this IReadOnlyDictionary<string, object?> map, string key) => [.. ((List<object>)map[key]!).Cast<string>()];

    private static Dictionary<string, object?> Named(Dictionary<object, object?> map) => map.ToDictionary(each => (string)each.Key, each => each.Value);
}
