using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Queues;

namespace Interactions.Functions.Console;

/// <summary>Whether anybody waits in a queue: without it, nobody would come for them. The rows are hints, so each is looked up.</summary>
internal sealed class WaitingCustomers(QueueStore queues, ConversationStore conversations)
{
    public async Task<bool> AreInAsync(QueueId queue, CancellationToken cancellationToken)
    {
        await foreach (var row in queues.WaitersAsync(queue, cancellationToken))
        {
            var conversation = (await conversations.LoadAsync(row.Waiter.Id.Profile, cancellationToken)).Conversation;
            if (conversation.Find(row.Waiter.Id) is { Phase: Phase.Queued } waiting && waiting.Queue == queue)
                return true;
        }

        return false;
    }
}
