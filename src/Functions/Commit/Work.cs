using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Queues;

namespace Interactions.Functions.Commit;

/// <summary>An order on its way through the loop, with what was reserved for it so far.</summary>
internal sealed class Work(ProfileId profile, Command command, Candidate? candidate, Func<long, bool>? isMeant)
{
    private readonly List<IndexTouch.Reserves> _made = [];
    private readonly List<DeskMove> _moves = [];

    public ProfileId Profile => profile;

    public Command Command => command;

    /// <summary>Whether a change was given to storage, which may carry it out even if it did not say so.</summary>
    public bool MayBeStored { get; set; }

    /// <summary>Whether that is the version which is meant to be changed.</summary>
    public bool Means(Conversation conversation) => isMeant?.Invoke(conversation.Version) ?? true;

    /// <summary>Where the agents stand for whom room was taken.</summary>
    public IReadOnlyList<DeskMove> Moves => _moves;

    /// <summary>Takes the room that a change needs; or why it cannot be had.</summary>
    public async Task<Refusal?> ReserveAsync(Decision.Changed change, Reservations reservations, CancellationToken cancellationToken)
    {
        foreach (var wanted in change.Touches.OfType<IndexTouch.Reserves>())
        {
            var reserved = await reservations.TakeAsync(wanted, candidate, cancellationToken);
            if (reserved.Refusal is { } refusal)
                return refusal;
            _made.Add(wanted);
            if (reserved.Move is { } move)
                _moves.Add(move);
        }

        return null;
    }

    /// <summary>What was reserved for agents who did not get it.</summary>
    public IEnumerable<IndexTouch.Frees> NotHeldIn(Conversation conversation) => _made
        .Where(made => conversation.Find(made.Interaction.Id)?.Holder != made.Agent)
        .Select(made => new IndexTouch.Frees(made.Agent, made.Interaction.Id, made.Version, Missed: false))
        .Distinct();
}
