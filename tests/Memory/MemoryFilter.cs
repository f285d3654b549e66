using System.Text.RegularExpressions;

namespace Interactions.Memory;

/// <summary>Which rows a query means: comparisons of the two keys, all of which have to hold. Anything else is refused.</summary>
internal sealed partial class MemoryFilter
{
    private readonly List<(bool OnPartition, string Operator, string Value)> _terms = [];

    private MemoryFilter()
    {
    }

    /// <summary>Nothing before it is meant.</summary>
    public MemoryRow Start { get; private set; } = MemoryRow.At("", "");

    public static MemoryFilter Parse(string? text)
    {
        var filter = new MemoryFilter();
        if (string.IsNullOrEmpty(text))
            return filter;
        if (Conjunction().Match(text) is not { Success: true } match)
            throw new NotSupportedException($"Nobody here knows how to filter by: {text}");

        for (var term = 0; term < match.Groups["key"].Captures.Count; term++)
        {
            var value = match.Groups["value"].Captures[term].Value.Replace("''", "'", StringComparison.Ordinal);
            filter._terms.Add((match.Groups["key"].Captures[term].Value == "PartitionKey", match.Groups["op"].Captures[term].Value, value));
        }

        var partition = filter.Least(onPartition: true);
        var isOne = filter._terms.Exists(term => term is { OnPartition: true, Operator: "eq" });
        filter.Start = MemoryRow.At(partition, isOne ? filter.Least(onPartition: false) : "");
        return filter;
    }

    public bool Includes(MemoryRow row) => _terms.TrueForAll(term => Holds(term, row));

    /// <summary>Neither it nor anything after it is meant.</summary>
    public bool IsPast(MemoryRow row) => _terms.Exists(term =>
        term.OnPartition ? term.Operator is "eq" or "lt" or "le" && string.CompareOrdinal(row.PartitionKey, term.Value) > 0
        : term.Operator is "eq" or "lt" or "le" && IsInLastPartition(row) && string.CompareOrdinal(row.RowKey, term.Value) > 0);

    private static bool Holds((bool OnPartition, string Operator, string Value) term, MemoryRow row)
    {
        var order = string.CompareOrdinal(term.OnPartition ? row.PartitionKey : row.RowKey, term.Value);
        return term.Operator switch
        {
            "eq" => order == 0,
            "gt" => order > 0,
            "ge" => order >= 0,
            "lt" => order < 0,
            _ => order <= 0,
        };
    }

    [GeneratedRegex(@"^(?:(?<key>PartitionKey|RowKey) (?<op>eq|gt|ge|lt|le) '(?<value>(?:[^']|'')*)'(?: and (?=.)|$))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Conjunction();

    private bool IsInLastPartition(MemoryRow row) =>
        _terms.Exists(term => term is { OnPartition: true, Operator: "eq" } && term.Value == row.PartitionKey);

    private string Least(bool onPartition) => _terms
        .Where(term => term.OnPartition == onPartition && term.Operator is "eq" or "gt" or "ge")
        .Select(term => term.Value)
        .Append("")
        .MaxBy(value => value, StringComparer.Ordinal)!;
}
