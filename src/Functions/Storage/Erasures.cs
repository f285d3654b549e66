using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using Interactions.Domain.Privacy;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Storage;

/// <summary>What is being erased, so that whoever comes next goes on with it; and how far retention is. Both name nobody.</summary>
internal sealed class Erasures(TableServiceClient storage)
{
    private readonly Table _table = new(storage, TableNames.Erasures);

    public async Task<StoredErasure?> FindAsync(ProfileId profile, CancellationToken cancellationToken) =>
        await _table.FindAsync(Keys.Erasure(profile), cancellationToken) is { } row ? Read(row) : null;

    /// <summary>The one that is there, where there is one.</summary>
    public async Task<StoredErasure> BeginAsync(ProfileErasure wanted, CancellationToken cancellationToken)
    {
        while (true)
        {
            await _table.AddAsync(RowOf(wanted), cancellationToken);
            if (await FindAsync(wanted.Profile, cancellationToken) is { } there)
                return there;
        }
    }

    /// <summary>Null where somebody else has it in hand.</summary>
    public async Task<StoredErasure?> ReplaceAsync(StoredErasure stored, ProfileErasure changed, CancellationToken cancellationToken) =>
        await _table.ExchangeAsync(RowOf(changed), stored.ETag, cancellationToken) is { } etag ? new(changed, etag) : null;

    /// <summary>Nothing is left to do; unless somebody else has more in mind since.</summary>
    public async Task EndAsync(StoredErasure stored, CancellationToken cancellationToken)
    {
        var row = RowOf(stored.Erasure);
        row.ETag = stored.ETag;
        await _table.RemoveAsync(row, cancellationToken);
    }

    /// <summary>All that are under way.</summary>
    public async IAsyncEnumerable<StoredErasure> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _table.FindAsync(Keys.Erasures(), cancellationToken: cancellationToken))
            yield return Read(row);
    }

    public async Task<(RetentionPlace Place, ETag? ETag)> FindPlaceAsync(CancellationToken cancellationToken) =>
        await _table.FindAsync(Keys.Retained, cancellationToken) is { } row
            ? (JsonRow.Read(row, ErasuresJson.Default.RetentionPlace), row.ETag)
            : (new RetentionPlace(null, Heard: false, null), null);

    /// <summary>Null where somebody else walks there.</summary>
    public async Task<ETag?> MoveAsync(RetentionPlace place, ETag? from, CancellationToken cancellationToken)
    {
        var row = JsonRow.Of(Keys.Retained, place, ErasuresJson.Default.RetentionPlace);
        if (from is { } known)
            return await _table.ExchangeAsync(row, known, cancellationToken);
        return await _table.AddAsync(row, cancellationToken) ? (await FindPlaceAsync(cancellationToken)).ETag : null;
    }

    private static TableEntity RowOf(ProfileErasure erasure) => JsonRow.Of(Keys.Erasure(erasure.Profile), erasure, ErasuresJson.Default.ProfileErasure);

    private static StoredErasure Read(TableEntity row) => new(JsonRow.Read(row, ErasuresJson.Default.ProfileErasure), row.ETag);
}

internal sealed record StoredErasure(ProfileErasure Erasure, ETag ETag);

/// <summary>Everything about a profile that is to go, and how far that is.</summary>
/// <param name="LastSeen">By which entry of the log it was decided that it may; null where somebody ordered it.</param>
internal sealed record ProfileErasure(ProfileId Profile, Actor By, DateTimeOffset WantedAt, long? LastSeen)
{
    /// <summary>What the head says is erased; null while it does not say so.</summary>
    public ErasedPart? Part { get; init; }

    public ErasureStage Stage { get; init; }

    /// <summary>After which row of the stage it goes on; null at its beginning.</summary>
    public string? Place { get; init; }

    /// <summary>Messages that the provider does not part with yet, or that may be on their way to it.</summary>
    public ImmutableArray<long> Left { get; init => field = value.IsDefault ? [] : value; } = [];

    public DateTimeOffset? NotBefore { get; init; }
}

/// <summary>In this order.</summary>
internal enum ErasureStage
{
    Rows,
    Unprocessed,
    Provider,
}

/// <param name="Day">The day that is walked now; null where none was yet.</param>
/// <param name="Heard">Whether its closed interactions are done.</param>
/// <param name="After">After which row.</param>
internal sealed record RetentionPlace(DateOnly? Day, bool Heard, string? After);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(TextConverter<ProfileId>), typeof(TextConverter<AgentId>), typeof(NameConverter<ActorKind>), typeof(NameConverter<ErasureStage>)])]
[JsonSerializable(typeof(ProfileErasure))]
[JsonSerializable(typeof(RetentionPlace))]
internal sealed partial class ErasuresJson : JsonSerializerContext;
