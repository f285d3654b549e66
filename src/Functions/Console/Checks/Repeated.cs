using System.Globalization;
using Interactions.Functions.Http;

namespace Interactions.Functions.Console.Checks;

/// <summary>What is in a list twice, or more than it may be.</summary>
internal static class Repeated
{
    public static IEnumerable<Fault> SurplusIn(string field, int count, int most)
    {
        if (count > most)
            yield return new(field, string.Create(CultureInfo.InvariantCulture, $"has {count} entries, and may have {most}"));
    }

    public static IEnumerable<Fault> FaultsIn<T>(string field, IEnumerable<T> items)
    {
        var first = new Dictionary<object, int>();
        foreach (var (index, item) in items.Index())
        {
            if (item is not null && !first.TryAdd(item, index))
                yield return new($"{field}[{index}]", $"is the same as {field}[{first[item]}]");
        }
    }
}
