using Interactions.Domain.Interactions;
using Interactions.Functions.Storage;
using Interactions.Functions.Wakes;

namespace Interactions.Functions.Routing;

/// <summary>Somebody began to wait in a queue: whoever is next there gets an agent, as long as there are some.</summary>
internal sealed class Arrivals(QueueRound round, ConversationStore conversations, EarlyWakes early)
{
    public async Task ServeAsync(Wake.Route wake, int attempt, CancellationToken cancellationToken)
    {
        var wasStored = false;
        for (var look = 0; look <= EarlyWakes.Looks; look++)
        {
            if ((await round.RunAsync(wake.Queue, wake.Type, cancellationToken)).Contains(wake.Id) || wasStored)
                return;

            // Whoever became free before it was stored could not take it, and was not free yet for whoever looked earlier.
            var conversation = (await conversations.LoadAsync(wake.Id.Profile, cancellationToken)).Conversation;
            wasStored = conversation.Version >= wake.Version;
            if (wasStored && !(conversation.Find(wake.Id) is { Phase: Phase.Queued } waiting && waiting.Queue == wake.Queue))
                return;
            if (!wasStored)
                await early.PauseAsync(look, cancellationToken);
        }

        await early.LookAgainAsync(wake, attempt, cancellationToken);
    }
}
