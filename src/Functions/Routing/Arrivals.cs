using Interactions.Domain.Interactions;
using Interactions.Functions.Storage;
using Interactions.Functions.Wakes;

namespace Interactions.Functions.Routing;

/// <summary>Somebody began to wait in a queue: whoever is next there gets an agent, as long as there are some.</summary>
internal sealed class Arrivals(QueueRound round, ConversationStore conversations, EarlyWakes early)
{
    public async Task ServeAsync(Wake.Route wake, int attempt, CancellationToken cancellationToken)
    {
        if ((await round.RunAsync(wake.Queue, wake.Type, cancellationToken)).Contains(wake.Id))
            return;

        for (var look = 0; look <= EarlyWakes.Looks; look++)
        {
            var conversation = (await conversations.LoadAsync(wake.Id.Profile, cancellationToken)).Conversation;
            if (conversation.Version >= wake.Version)
            {
                // Whoever became free before it was stored could not take it, and was not free yet for whoever looked earlier.
                if (conversation.Find(wake.Id) is { Phase: Phase.Queued } waiting && waiting.Queue == wake.Queue)
                    await round.RunAsync(wake.Queue, wake.Type, cancellationToken);
                return;
            }

            await early.PauseAsync(look, cancellationToken);
        }

        await early.LookAgainAsync(wake, attempt, cancellationToken);
    }
}
