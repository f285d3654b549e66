using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;

namespace Interactions.Functions.Storage;

/// <summary>A row that holds a value as JSON, in as many properties as its length needs.</summary>
internal static class JsonRow
{
    private const string First = "Data";

    // A property takes 64 KiB, which is 32,768 characters.
    private const int LongestPart = 32_000;

    private static readonly string[] Further = [.. Enumerable.Range(1, 16).Select(part => $"{First}{part}")];

    public static TableEntity Of<T>(Key key, T value, JsonTypeInfo<T> type)
    {
        var row = new TableEntity(key.Partition, key.Row);
        Write(row, JsonSerializer.Serialize(value, type));
        return row;
    }

    public static T Read<T>(TableEntity row, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(TextOf(row), type)!;

    public static void Write(TableEntity row, string json)
    {
        var start = 0;
        for (var part = 0; start < json.Length; part++)
        {
            if (part > Further.Length)
                throw new StorageLimitException(StorageLimit.EntitySize);
            var end = Math.Min(start + LongestPart, json.Length);

            // Half a character would not survive the way.
            if (end < json.Length && char.IsHighSurrogate(json[end - 1]))
                end--;
            row[part == 0 ? First : Further[part - 1]] = json[start..end];
            start = end;
        }
    }

    public static bool IsIn(TableEntity row) => row.TryGetValue(First, out var text) && text is string;

    public static string TextOf(TableEntity row)
    {
        var json = row.GetString(First) ?? throw new InvalidDataException("A row has no data.");
        return row.ContainsKey(Further[0]) ? json + string.Concat(Further.Select(row.GetString)) : json;
    }
}
