using Interactions.Domain.Interactions;
using Interactions.Functions.Storage;
using Interactions.Functions.Wakes;

namespace Interactions.Functions.Routing;

/// <summary>Somebody began to wait in a queue: whoever is next there gets an agent, as long as there are some.</summary>
internal sealed class Arrivals(QueueRound round, ConversationStore conversations, EarlyWakes early)
{
    public async Task ServeAsync(Wake.Route wake, int attempt, CancellationToken cancellationToken)
    {
        for (var look = 0; look <= EarlyWakes.Looks; look++)
        {
            var result = await round.RunAsync(wake.Queue, cancellationToken);
            if (result.IsSettled(wake.Id) || await IsOverAsync(wake, result, cancellationToken))
                return;
            await early.PauseAsync(look, cancellationToken);
        }

        await early.LookAgainAsync(wake, attempt, cancellationToken);
    }

    // What was announced is there to be seen, and either nobody can take it or it waits here no more.
    private async Task<bool> IsOverAsync(Wake.Route wake, RoundResult result, CancellationToken cancellationToken)
    {
        var conversation = (await conversations.LoadAsync(wake.Id.Profile, cancellationToken)).Conversation;
        if (conversation.Version < wake.Version)
            return false;
        return result.EndedEarly || conversation.Find(wake.Id) is not { Phase: Phase.Queued } waiting || waiting.Queue != wake.Queue;
    }
}
