using System.Collections.Immutable;
using Interactions.Domain.Consent;
using Interactions.Domain.Privacy;
using Interactions.Domain.Values;

namespace Interactions.Domain.Interactions;

/// <summary>
/// Everything that decisions about one profile need: who it is, whether we may write, what is open. The log and what is closed
/// are beside it, and are only ever added to.
/// </summary>
public sealed record Conversation
{
    private const int MostReceipts = 8;

    public required ProfileId Id { get; init; }

    /// <summary>Null until somebody wrote from there, or was entered in the directory.</summary>
    public Profile? Profile { get; init; }

    /// <summary>Counts the changes; zero is a conversation that does not exist yet.</summary>
    public long Version { get; init; }

    public int NextOrdinal { get; init; } = 1;

    public long NextSequence { get; init; } = 1;

    public ImmutableSortedDictionary<string, LineConsent> Consents { get; init; } = ImmutableSortedDictionary<string, LineConsent>.Empty;

    /// <summary>By line.</summary>
    public ImmutableSortedDictionary<string, Correspondence> Correspondences { get; init => field = value ?? field; } =
        ImmutableSortedDictionary<string, Correspondence>.Empty;

    public ImmutableArray<Interaction> Active { get; init; } = [];

    /// <summary>What was closed last on each line, for whoever writes again.</summary>
    public ImmutableArray<ClosedSummary> LastClosed { get; init; } = [];

    /// <summary>The latest orders that must not be carried out twice, and what was answered to them.</summary>
    public ImmutableArray<Receipt> Receipts { get; init; } = [];

    /// <summary>Null where nothing of it was ever erased.</summary>
    public ErasedPart? Erased { get; init; }

    /// <summary>Whether nothing came since it was erased.</summary>
    public bool IsErasedWhole => Erased is { UpTo: var last } && Profile is null && NextSequence == last + 2;

    public static Conversation Of(ProfileId id) => new() { Id = id };

    public Interaction? Find(InteractionId id) => Active.FirstOrDefault(interaction => interaction.Id == id);

    /// <summary>Whether there is such an interaction which is not open any more.</summary>
    public bool MayHaveClosed(InteractionId id) => id.Profile == Id && id.Ordinal < NextOrdinal && Find(id) is null;

    /// <summary>Whether it is erased, or about to be: nothing is said in it any more.</summary>
    public bool HasErased(InteractionId id) => Erased?.Has(id) == true;

    public Interaction? ActiveOn(LineId line) => Active.FirstOrDefault(interaction => interaction.Line == line);

    public ClosedSummary? LastClosedOn(LineId line) => LastClosed.FirstOrDefault(closed => closed.Line == line);

    public LineConsent? ConsentOn(LineId line) => Consents.GetValueOrDefault(line.Value);

    public bool HasOptedOutOf(LineId line) => ConsentOn(line)?.State == ConsentState.OptedOut;

    public Correspondence CorrespondenceOn(LineId line) => Correspondences.GetValueOrDefault(line.Value) ?? Correspondence.None;

    /// <summary>Until when they may be written to freely; null where that has no end.</summary>
    public DateTimeOffset? WindowOn(LineId line) =>
        Profile is { Address: var address } ? Correspondence.WindowOf(address, CorrespondenceOn(line).HeardAt) : null;

    public Receipt? ReceiptOf(Command command) =>
        command.Receipt is { } name ? Receipts.FirstOrDefault(receipt => receipt.Name == name) : null;

    internal Conversation With(LineId line, Correspondence correspondence) =>
        correspondence == CorrespondenceOn(line) ? this : this with { Correspondences = Correspondences.SetItem(line.Value, correspondence) };

    /// <summary>Those of some entries that are not erased. The head says it first, and the rows follow.</summary>
    public ImmutableArray<long> Remembered(ImmutableArray<long> entries) =>
        Erased is { UpTo: var upTo } ? entries.RemoveAll(entry => entry <= upTo) : entries;

    internal Conversation With(Receipt receipt) =>
        this with { Receipts = [.. Receipts.TakeLast(MostReceipts - 1), receipt] };
}

/// <summary>A channel user profile.</summary>
/// <param name="LinkedByHand">Whether somebody chose the user, which no automatic matching changes.</param>
public sealed record Profile(Address Address, DateTimeOffset CreatedAt, UserId? User = null, bool LinkedByHand = false, string? Name = null)
{
    /// <summary>Whether somebody wrote the name, which no channel changes.</summary>
    public bool NamedByHand { get; init; }

    /// <summary>What the directory knew of the user when it last told; rules ask about it.</summary>
    public Traits Traits { get; init => field = value ?? Traits.None; } = Traits.None;

    /// <summary>Whether the directory has to be asked whose it is: what it had told was erased.</summary>
    public bool IsUnmatched { get; init; }

    /// <summary>Null where nothing is known that would keep a text from arriving.</summary>
    public Unreachable? Unreachable { get; init; }
}

/// <summary>The provider said that no text arrives there, and will not until somebody writes from there.</summary>
/// <param name="Code">What it called the reason.</param>
/// <param name="Line">By which line that was found out; it is so for all.</param>
public sealed record Unreachable(int Code, DateTimeOffset Since, LineId Line);

/// <summary>What is known of a user besides the name.</summary>
public sealed record Traits(string? Language, ImmutableSortedDictionary<string, string> Attributes)
{
    public static readonly Traits None = new(null, ImmutableSortedDictionary<string, string>.Empty);

    public bool Equals(Traits? other) =>
        other is not null && Language == other.Language && Attributes.SequenceEqual(other.Attributes);

    public override int GetHashCode() => HashCode.Combine(Language, Attributes.Count);
}

/// <summary>An order that was carried out, by its own name, and the log entries that answered it.</summary>
public sealed record Receipt(string Name, ImmutableArray<long> Answers);

public sealed record ClosedSummary(InteractionId Id, LineId Line, QueueId Queue, AgentId? Agent, DateTimeOffset At);
