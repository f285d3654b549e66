using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Azure;
using Interactions.Domain.Privacy;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage;

internal sealed record StoredErasure(ProfileErasure Erasure, ETag ETag);

/// <summary>Everything about a profile that is to go, and how far that is.</summary>
/// <param name="WantedAt">What came before then and could not be taken in goes too, where somebody ordered it.</param>
/// <param name="LastSeen">By which entry of the log it was decided that it may; null where somebody ordered it.</param>
internal sealed record ProfileErasure(ProfileId Profile, Actor By, DateTimeOffset WantedAt, long? LastSeen)
{
    /// <summary>What the head says is erased; null while it is not known whether it says so.</summary>
    public ErasedPart? Part { get; init; }

    /// <summary>What was being erased when somebody ordered it anew.</summary>
    public ErasedPart? Before { get; init; }

    public ErasureStage Stage { get; init; }

    /// <summary>After which row of the stage it goes on; null at its beginning.</summary>
    public string? Place { get; init; }

    /// <summary>Messages that the provider does not part with yet, or that may be on their way to it.</summary>
    public ImmutableArray<long> Left { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Messages that were never taken in, and that the provider still has.</summary>
    public ImmutableArray<MessageSid> Strays { get; init => field = value.IsDefault ? [] : value; } = [];

    public DateTimeOffset? NotBefore { get; init; }

    [JsonIgnore]
    public bool IsOrdered => By.Kind != ActorKind.Timer;

    /// <summary>Since when the provider is asked.</summary>
    [JsonIgnore]
    public DateTimeOffset Since => Part?.At > WantedAt ? Part.At : WantedAt;

    /// <summary>The same for both: an order is carried out whole, whatever was under way.</summary>
    public ProfileErasure TakenOverFor(ProfileErasure wanted)
    {
        if (!wanted.IsOrdered)
            return Part is null ? this : this with { NotBefore = null };
        return IsOrdered && WantedAt >= wanted.WantedAt
            ? this
            : this with { By = wanted.By, WantedAt = wanted.WantedAt, LastSeen = null, Part = null, Before = Part ?? Before, NotBefore = null };
    }

    /// <summary>Goes on from where it was, or from the beginning where more is to go than before: what is gone is passed over.</summary>
    public ProfileErasure Of(ErasedPart part) => part == Before
        ? this with { Part = part, Before = null, Stage = Stage == ErasureStage.Rows ? ErasureStage.Rows : ErasureStage.Unprocessed, NotBefore = null }
        : this with { Part = part, Before = null, Stage = ErasureStage.Rows, Place = null, NotBefore = null };
}

/// <summary>In this order.</summary>
internal enum ErasureStage
{
    Rows,
    Unprocessed,
    Provider,
}
