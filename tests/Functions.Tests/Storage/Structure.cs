using System.Collections;
using System.Globalization;

namespace Interactions.Functions.Tests.Storage;

/// <summary>Everything a value consists of, one line each, so that two can be held against each other.</summary>
internal static class Structure
{
    public static IReadOnlyList<string> Of(object? value) => [.. Lines("", value)];

    private static IEnumerable<string> Lines(string path, object? value) => value switch
    {
        null => [$"{path} = null"],
        string text => [$"{path} = {text}"],
        IEnumerable several => several.Cast<object>().SelectMany((each, index) => Lines($"{path}[{index}]", each)).Prepend($"{path} is a list"),
        _ when IsRecord(value) => Properties(path, value),
        _ => [string.Create(CultureInfo.InvariantCulture, $"{path} = {value} ({value.GetType().Name})")],
    };

    private static IEnumerable<string> Properties(string path, object value) => value.GetType().GetProperties()
        .Where(property => property.CanWrite)
        .SelectMany(property => Lines($"{path}.{property.Name}", property.GetValue(value)))
        .Prepend($"{path} is a {value.GetType().Name}");

    private static bool IsRecord(object value) =>
        value.GetType() is { IsClass: true } or { Name: "KeyValuePair`2" } && value.GetType().Namespace!.StartsWith("Interactions", StringComparison.Ordinal);
}
