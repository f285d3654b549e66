using Azure.Data.Tables;

namespace Interactions.Functions.Storage;

/// <summary>Counts rows as Table Storage does.</summary>
internal static class Limits
{
    public const int MostRows = 100;
    public const int LargestBatch = 4 * 1024 * 1024;

    private const int LongestKey = 512;
    private const int LargestProperty = 64 * 1024;
    private const int LargestEntity = 1024 * 1024;

    /// <summary>Refuses a row that would not be taken.</summary>
    public static void Check(TableEntity row)
    {
        Check(row.PartitionKey);
        Check(row.RowKey);
        var size = 4 + (2 * (row.PartitionKey.Length + row.RowKey.Length));
        foreach (var (name, value) in row)
        {
            if (IsSystem(name) || value is null)
                continue;
            var bytes = SizeOf(value);
            if (bytes > LargestProperty)
                throw new StorageLimitException(StorageLimit.PropertySize);
            size += 8 + (2 * name.Length) + bytes + (value is string or byte[]? 4 : 0);
        }

        if (size > LargestEntity)
            throw new StorageLimitException(StorageLimit.EntitySize);
    }

    public static bool IsSystem(string name) => name is "PartitionKey" or "RowKey" or "Timestamp" or "odata.etag";

    private static void Check(string key)
    {
        if (key.Length > LongestKey)
            throw new StorageLimitException(StorageLimit.KeyLength);
        foreach (var character in key)
        {
            if (character is '/' or '\\' or '#' or '?' || char.IsControl(character))
                throw new StorageLimitException(StorageLimit.KeyCharacters);
        }
    }

    private static int SizeOf(object value) => value switch
    {
        string text => 2 * text.Length,
        byte[] bytes => bytes.Length,
        bool => 1,
        int => 4,
        Guid => 16,
        _ => 8,
    };
}
