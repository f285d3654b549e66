using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Queues;

namespace Interactions.Functions.Commit;

/// <summary>An order on its way through the loop, with what was reserved for it so far.</summary>
internal sealed class Work(ProfileId profile, Command command, Candidate? candidate, Terms terms)
{
    private readonly List<IndexTouch.Reserves> _made = [];
    private readonly List<DeskMove> _moves = [];
    private long? _mayBeStored;

    public ProfileId Profile => profile;

    public Command Command => command;

    /// <summary>Whether storage may still take room of which nobody here knows.</summary>
    public bool IsReserving { get; private set; }

    /// <summary>From here on storage may carry a change out, even where it does not say so.</summary>
    public void Commits(Decision.Changed change) => _mayBeStored = change.Conversation.Version;

    /// <summary>Whether nothing can become of it any more but what can be seen there: a change is built on the version before.</summary>
    public bool IsOverIn(Conversation conversation) => conversation.Version >= (_mayBeStored ?? 0);

    /// <summary>Whether that is the version which is meant to be changed.</summary>
    public bool Means(Conversation conversation) => terms.IsMeant(conversation.Version);

    /// <summary>Whether whoever ordered it may know of what it is about.</summary>
    /// <param name="closed">The record that it needs, where that is closed.</param>
    public bool IsHiddenIn(Conversation conversation, Interaction? closed, Policy policy)
    {
        var about = closed ?? (command is InteractionCommand { Id: var id } ? conversation.Find(id) : null);
        return about is not null && !terms.MaySee(about, conversation, policy);
    }

    public string? RequestName => terms.Request?.Name;

    public KeptRequest? Kept(Decision.Changed change) => terms.Request is { } request ? new(request.Body, request.Tell(change)) : null;

    /// <summary>Where the agents stand for whom room was taken.</summary>
    public IReadOnlyList<DeskMove> Moves => _moves;

    /// <summary>Takes the room that a change needs; or why it cannot be had.</summary>
    public async Task<Refusal?> ReserveAsync(Decision.Changed change, Reservations reservations, CancellationToken cancellationToken)
    {
        foreach (var wanted in change.Touches.OfType<IndexTouch.Reserves>())
        {
            // Before it is known: whoever does not wait for the answer may have got it.
            _made.Add(wanted);
            IsReserving = true;
            var reserved = await reservations.TakeAsync(wanted, candidate, cancellationToken);
            IsReserving = false;
            if (reserved.Refusal is { } refusal)
            {
                _made.Remove(wanted);
                return refusal;
            }

            if (reserved.Move is { } move)
                _moves.Add(move);
        }

        return null;
    }

    /// <summary>Whether room was taken for anybody, or may have been.</summary>
    public bool HasReserved => _made.Count > 0;

    /// <summary>For whom.</summary>
    public IEnumerable<AgentId> Agents => _made.Select(made => made.Agent).Distinct();

    /// <summary>What was reserved for agents who did not get it.</summary>
    public IEnumerable<IndexTouch.Frees> NotHeldIn(Conversation conversation) => _made
        .Where(made => conversation.Find(made.Interaction.Id)?.Holder != made.Agent)
        .Select(made => new IndexTouch.Frees(made.Agent, made.Interaction.Id, made.Version, Missed: false))
        .Distinct();
}
