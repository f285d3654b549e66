using System.Collections.Immutable;
using Interactions.Domain.Values;

namespace Interactions.Domain.Interactions;

/// <summary>What comes of an order.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Not carried out.</summary>
    public sealed record Refused(Refusal Reason) : Decision
    {
        /// <summary>What there is to say of the reason; null where it says all.</summary>
        public Grounds? Grounds { get; init; }
    }

    /// <summary>Nothing to do: it was done before, or does not apply any more.</summary>
    public sealed record Nothing(ImmutableArray<long> Answers) : Decision;

    /// <summary>Carried out: everything that has to be told and stored.</summary>
    /// <param name="Conversation">As it is afterwards.</param>
    /// <param name="Entries">What is added to the log.</param>
    /// <param name="Closed">Interactions that were closed by it, which leave the head.</param>
    /// <param name="Wakes">Who has to look at it.</param>
    /// <param name="Touches">What the indexes have to show.</param>
    public sealed record Changed(
        Conversation Conversation,
        ImmutableArray<LogEntry> Entries,
        ImmutableArray<Interaction> Closed,
        ImmutableArray<Wake> Wakes,
        ImmutableArray<IndexTouch> Touches) : Decision
    {
        /// <summary>The interaction that was closed long since and is written differently now; null where there is none.</summary>
        public Interaction? Amended { get; init; }

        /// <summary>The message of which something else is known now; null where there is none.</summary>
        public LogEntry? Moved { get; init; }

        /// <summary>The task that was created; null where none was.</summary>
        public RelatedTask? Task { get; init; }

        /// <summary>The order's own name, whose marker is stored with the change.</summary>
        public Receipt? Receipt { get; init; }

        /// <summary>An interaction as it is afterwards, open or closed; null where it has nothing to do with it.</summary>
        public Interaction? Find(InteractionId id) =>
            Conversation.Find(id) ?? Closed.FirstOrDefault(closed => closed.Id == id) ?? (Amended?.Id == id ? Amended : null);
    }
}
