namespace Azure.Data.Tables.Wire;

/// <summary>The addresses of tables and entities. In a key a quote is doubled and everything unusual percent-encoded.</summary>
internal static class Address
{
    public static string Tables(string root) => $"{root}/Tables";

    public static string Table(string root, string table) => $"{root}/Tables('{table}')";

    public static string Entities(string root, string table) => $"{root}/{table}";

    public static string Entity(string root, string table, string partitionKey, string rowKey) =>
        $"{root}/{table}(PartitionKey='{Encode(partitionKey)}',RowKey='{Encode(rowKey)}')";

    public static string Batch(string root) => $"{root}/$batch";

    private static string Encode(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
