using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Storage;

/// <summary>What is being erased, so that whoever comes next goes on with it; and how far retention is. Both name nobody.</summary>
internal sealed class Erasures(TableServiceClient storage)
{
    private readonly Table _table = new(storage, TableNames.Erasures);

    public async Task<StoredErasure?> FindAsync(ProfileId profile, CancellationToken cancellationToken) =>
        await _table.FindAsync(Keys.Erasure(profile), cancellationToken) is { } row ? Read(row) : null;

    /// <summary>What is under way already goes on as this one, and is written anew: whoever ends what was, has to look again.</summary>
    public async Task<StoredErasure> BeginAsync(ProfileErasure wanted, CancellationToken cancellationToken)
    {
        while (true)
        {
            await _table.AddAsync(RowOf(wanted), cancellationToken);
            if (await FindAsync(wanted.Profile, cancellationToken) is not { } there)
                continue;
            var taken = there.Erasure.TakenOverFor(wanted);
            if (ReferenceEquals(taken, there.Erasure))
                return there;
            if (await ReplaceAsync(there, taken, cancellationToken) is { } replaced)
                return replaced;
        }
    }

    /// <summary>Null where somebody else has it in hand.</summary>
    public async Task<StoredErasure?> ReplaceAsync(StoredErasure stored, ProfileErasure changed, CancellationToken cancellationToken) =>
        await _table.ExchangeAsync(RowOf(changed), stored.ETag, cancellationToken) is { } etag ? new(changed, etag) : null;

    /// <summary>Nothing is left to do; false where somebody else has more in mind since.</summary>
    public async Task<bool> EndAsync(StoredErasure stored, CancellationToken cancellationToken)
    {
        var row = RowOf(stored.Erasure);
        row.ETag = stored.ETag;
        return await _table.RemoveAsync(row, cancellationToken);
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
            : (new RetentionPlace(Day: null, Heard: false, After: null), null);

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

/// <param name="Day">The day that is walked now; null where none was yet.</param>
/// <param name="Heard">Whether its closed interactions are done.</param>
/// <param name="After">After which row.</param>
internal sealed record RetentionPlace(DateOnly? Day, bool Heard, string? After)
{
    /// <summary>Up to which day nothing is left of what could not be taken in.</summary>
    public DateOnly? Discarded { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(TextConverter<ProfileId>), typeof(TextConverter<AgentId>), typeof(TextConverter<MessageSid>), typeof(NameConverter<ActorKind>), typeof(NameConverter<ErasureStage>)])]
[JsonSerializable(typeof(ProfileErasure))]
[JsonSerializable(typeof(RetentionPlace))]
internal sealed partial class ErasuresJson : JsonSerializerContext;
