using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;

namespace Interactions.Functions.Storage;

/// <summary>How far the last sweep got, and what all of them mended.</summary>
internal sealed class SweepStore(TableServiceClient storage)
{
    private const int MostAttempts = 8;

    private readonly Table _table = new(storage, TableNames.Sweeps);

    public async Task<SweepState?> FindAsync(CancellationToken cancellationToken) => (await ReadAsync(cancellationToken))?.State;

    /// <summary>Notes what one did besides what another may note at the same moment.</summary>
    public async Task NoteAsync(Func<SweepState?, SweepState> note, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var found = await ReadAsync(cancellationToken);
            var row = JsonRow.Of(Keys.Sweep, note(found?.State), SweepJson.Default.SweepState);
            if (found is { ETag: var etag } ? await _table.ReplaceAsync(row, etag, cancellationToken) : await _table.AddAsync(row, cancellationToken))
                return;
        }
    }

    private async Task<(SweepState State, ETag ETag)?> ReadAsync(CancellationToken cancellationToken) =>
        await _table.FindAsync(Keys.Sweep, cancellationToken) is { } row ? (JsonRow.Read(row, SweepJson.Default.SweepState), row.ETag) : null;
}

/// <param name="BeganAt">The last one.</param>
/// <param name="Looked">At how many open interactions.</param>
/// <param name="Failed">How many of them, or of what belongs to them, could not be mended.</param>
/// <param name="After">Behind which part of all there is the next one begins; null where that is the first.</param>
/// <param name="CheckedUpTo">Every change that was decided up to then has been held against what is stored; null where none was.</param>
/// <param name="Repaired">How much was mended since the beginning, by kind.</param>
internal sealed record SweepState(
    DateTimeOffset BeganAt, DateTimeOffset EndedAt, int Looked, int Failed, string? After, DateTimeOffset? CheckedUpTo, ImmutableSortedDictionary<string, long> Repaired);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SweepState))]
internal sealed partial class SweepJson : JsonSerializerContext;
