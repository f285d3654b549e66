#nullable disable

namespace Azure.Data.Tables;

public sealed partial class TableEntity : ITableEntity
{
    private readonly Dictionary<string, object> _properties;

    public TableEntity() => _properties = [];

    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public TableEntity(IDictionary<string, object> values) => _properties = values is null ? [] : new(values);

    public string PartitionKey
    {
        get => GetString(SystemProperties.PartitionKey);
        set => _properties[SystemProperties.PartitionKey] = value;
    }

    public string RowKey
    {
        get => GetString(SystemProperties.RowKey);
        set => _properties[SystemProperties.RowKey] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(SystemProperties.Timestamp);
        set => _properties[SystemProperties.Timestamp] = value;
    }

    public ETag ETag
    {
        get => new(GetString(SystemProperties.ODataETag));
        set => _properties[SystemProperties.ODataETag] = value.ToString();
    }

    public string GetString(string key) => Get<string>(key);

    public byte[] GetBinary(string key) => Get<byte[]>(key);

    public BinaryData GetBinaryData(string key) => Find(key) is byte[] bytes ? new BinaryData(bytes) : Get<BinaryData>(key);

    public bool? GetBoolean(string key) => Get<bool?>(key);

    public DateTime? GetDateTime(string key) => Find(key) is DateTimeOffset moment ? moment.UtcDateTime : Get<DateTime?>(key);

    public DateTimeOffset? GetDateTimeOffset(string key) =>
        Find(key) is DateTime moment ? new DateTimeOffset(moment) : Get<DateTimeOffset?>(key);

    public double? GetDouble(string key) => Get<double?>(key);

    public Guid? GetGuid(string key) => Get<Guid?>(key);

    public int? GetInt32(string key) => Get<int?>(key);

    public long? GetInt64(string key) => Get<long?>(key);

    private T Get<T>(string key) => Find(key) switch
    {
        null => default,
        T value => value,
        var other => throw new InvalidOperationException(
            $"Property '{key}' holds a {other.GetType()}, which cannot be read as {typeof(T)}."),
    };

    private object Find(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _properties.GetValueOrDefault(key);
    }

    private void Set(string key, object value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        _properties[key] = KeepingTypeOf(_properties.GetValueOrDefault(key), value);
    }

    // A whole number assigned over a double or an int64 stays one: entity["Rate"] = 5.
    private static object KeepingTypeOf(object current, object value) => (current, value) switch
    {
        (double, int number) => (double)number,
        (long, int number) => (long)number,
        (string, DateTime or DateTimeOffset) => value.ToString(),
        _ => value,
    };
}
