using Azure.Data.Tables;

namespace Interactions.Functions.Storage.Configuration;

/// <summary>What the rows of the table <c>Config</c> look like.</summary>
internal static class ConfigRows
{
    private const string Json = "Json";
    private const string Version = "Version";
    private const string Removed = "Removed";

    // Small enough for one property, which people like to read, unless it is large.
    private const int LongestInOne = 32_000;

    public static TableEntity Of(StoredConfig stored)
    {
        var key = Keys.Configured(stored.Kind, stored.Id);
        var row = new TableEntity(key.Partition, key.Row) { [Version] = stored.Version };
        if (stored.Json is not { } json)
            row[Removed] = true;
        else if (json.Length <= LongestInOne)
            row[Json] = json;
        else
            JsonRow.Write(row, json);
        return row;
    }

    public static StoredConfig Read(TableEntity row) => new(
        row.PartitionKey,
        row.RowKey,
        row.TryGetValue(Removed, out var removed) && removed is true ? null : TextOf(row),
        row.TryGetValue(Version, out var version) && version is long number ? number : 1,
        row.ETag);

    // Whatever else somebody put there by hand is as broken as text that is not JSON.
    private static string TextOf(TableEntity row)
    {
        if (row.TryGetValue(Json, out var text))
            return text as string ?? "";
        return JsonRow.IsIn(row) ? JsonRow.TextOf(row) : "";
    }
}
