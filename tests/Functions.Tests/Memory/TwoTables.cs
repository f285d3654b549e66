using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace Interactions.Functions.Tests.Memory;

/// <summary>A table in memory and one on the emulator, to which the same is done.</summary>
internal sealed class TwoTables(TableClient memory, TableClient azurite)
{
    private readonly Dictionary<(string Partition, string Row), List<(ETag Memory, ETag Azurite)>> _versions = [];

    /// <summary>How each of both answers.</summary>
    public async Task<(string Memory, string Azurite)> BothAsync(Func<TableClient, Task<string>> deed) =>
        (await InWords.OfAsync(() => deed(memory)), await InWords.OfAsync(() => deed(azurite)));

    /// <summary>A version of a row that was seen, the last being 0, as this table calls it; any where none was.</summary>
    public ETag Version(TableClient table, TableEntity row, int back)
    {
        if (_versions.GetValueOrDefault((row.PartitionKey, row.RowKey)) is not { } seen)
            return ETag.All;
        var version = seen[Math.Max(0, seen.Count - 1 - back)];
        return table == memory ? version.Memory : version.Azurite;
    }

    /// <summary>Looks at a row in both, the one in memory first, and remembers its version.</summary>
    public async Task<string> LookAsync(TableClient table, string partition, string row)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row);
        if (!found.HasValue)
            return "nothing";
        if (!_versions.TryGetValue((partition, row), out var seen))
            _versions[(partition, row)] = seen = [];
        if (table == memory)
            seen.Add((found.Value!.ETag, default));
        else
            seen[^1] = (seen[^1].Memory, found.Value!.ETag);
        return InWords.Of(found.Value!);
    }
}

/// <summary>What came of a call, in words that can be compared.</summary>
internal static class InWords
{
    public static async Task<string> OfAsync(Func<Task<string>> deed)
    {
        try
        {
            return await deed();
        }
        catch (TableTransactionFailedException refused)
        {
            return $"{refused.Status} {refused.ErrorCode} at {refused.FailedTransactionActionIndex}";
        }
        catch (RequestFailedException refused)
        {
            return $"{refused.Status} {refused.ErrorCode}";
        }
    }

    public static string Of(Response response) => $"{response.Status} {(response.Headers.ETag is null ? "" : "version")}";

    public static string Of(TableEntity row) => string.Join(", ", row
        .Where(pair => pair.Key is not ("odata.etag" or "Timestamp"))
        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => $"{pair.Key}={(pair.Value is byte[] bytes ? Convert.ToHexString(bytes) : Plain(pair.Value))}"));

    private static string Plain(object? value) => value is DateTimeOffset moment
        ? moment.ToString("O", CultureInfo.InvariantCulture)
        : $"{Convert.ToString(value, CultureInfo.InvariantCulture)} {value?.GetType().Name}";
}
