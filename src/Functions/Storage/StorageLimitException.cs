namespace Interactions.Functions.Storage;

/// <summary>What Table Storage takes at most. The emulator takes more, so it is our code that has to know.</summary>
internal enum StorageLimit
{
    KeyLength,
    KeyCharacters,
    PropertySize,
    EntitySize,
    OnePartition,
    RowCount,
    BatchSize,
}

/// <summary>Nothing was sent: it could not be stored, now or later.</summary>
internal sealed class StorageLimitException(StorageLimit limit) : Exception($"This is more than storage takes: {limit}.")
{
    public StorageLimit Limit { get; } = limit;
}
