using Azure;
using Azure.Data.Tables;

namespace Interactions.Memory;

/// <summary>A row as it is stored. Nobody outside ever holds what it consists of.</summary>
internal sealed record MemoryRow(string PartitionKey, string RowKey, Dictionary<string, object> Values, ETag ETag, DateTimeOffset Timestamp)
{
    private const string ETagName = "odata.etag";

    private static readonly Dictionary<string, object> Nothing = [];

    /// <summary>A place in the order of rows.</summary>
    public static MemoryRow At(string partitionKey, string rowKey) =>
        new(partitionKey, rowKey, Nothing, default, default);

    /// <summary>What somebody wants stored, without what storage keeps itself; null stores nothing.</summary>
    public static Dictionary<string, object> ValuesOf(ITableEntity entity)
    {
        var wanted = (TableEntity)entity;
        var values = new Dictionary<string, object>(wanted.Count, StringComparer.Ordinal);
        foreach (var (name, value) in wanted)
        {
            if (value is not null && name is not (ETagName or "PartitionKey" or "RowKey" or "Timestamp"))
                values.Add(name, Copy(value));
        }

        return values;
    }

    public T As<T>(IEnumerable<string>? select)
        where T : class, ITableEntity
    {
        var wanted = select?.ToHashSet(StringComparer.Ordinal);
        var entity = new TableEntity();
        if (wanted is null || wanted.Contains("PartitionKey"))
            entity.PartitionKey = PartitionKey;
        if (wanted is null || wanted.Contains("RowKey"))
            entity.RowKey = RowKey;
        if (wanted is null || wanted.Contains("Timestamp"))
            entity.Timestamp = Timestamp;
        foreach (var (name, value) in Values)
        {
            if (wanted is null || wanted.Contains(name))
                entity[name] = Copy(value);
        }

        entity.ETag = ETag;
        return entity as T ?? throw new NotSupportedException($"Only {nameof(TableEntity)} is kept here.");
    }

    private static object Copy(object value) => value switch
    {
        byte[] bytes => bytes.ToArray(),
        BinaryData bytes => bytes.ToArray(),
        DateTime moment => new DateTimeOffset(moment.ToUniversalTime()),
        DateTimeOffset moment => moment.ToUniversalTime(),
        string or bool or int or long or double or Guid => value,
        _ => throw new NotSupportedException($"A {value.GetType()} is not kept here."),
    };
}
