using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Security;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Agents;

/// <summary>
/// Which lines of a conversation somebody may read: all where they have the customer, else those of interactions that they may see
/// and those that belong to none.
/// </summary>
internal sealed class Readable(Sight sight, Conversation conversation, ConversationStore conversations)
{
    private readonly Dictionary<InteractionId, bool> _known = [];

    public bool IsAll { get; } = sight.HasCustomer(conversation);

    public async ValueTask<bool> IsAsync(LogEntry entry, CancellationToken cancellationToken)
    {
        if (IsAll || entry.Interaction is not { } id)
            return true;
        if (!_known.TryGetValue(id, out var isShown))
        {
            var interaction = conversation.Find(id) ?? await conversations.FindClosedAsync(id, cancellationToken);
            _known[id] = isShown = interaction is not null && sight.Shows(interaction, conversation);
        }

        return isShown;
    }
}
