using Azure;

namespace Interactions.Functions.Storage.Configuration;

/// <summary>Something configured as it is stored, or the place where it was.</summary>
/// <param name="Json">
/// Null where it was removed. The row stays: no version stands for two contents, and what a developer removed does not come back.
/// </param>
/// <param name="Version">Counts the changes, from one.</param>
internal sealed record StoredConfig(string Kind, string Id, string? Json, long Version, ETag ETag)
{
    public ConfigRow? Row => Json is null ? null : new(Kind, Id, Json);

    public static StoredConfig First(ConfigRow row) => new(row.Kind, row.Id, row.Json, 1, default);
}
