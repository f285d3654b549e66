using System.Runtime.CompilerServices;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Queues;

namespace Interactions.Functions.Console;

/// <summary>What is open in a queue: who waits there, and what agents have of it. The rows are hints, and tell where to look.</summary>
internal sealed class OpenInQueue(QueueStore queues, DeskStore desks, ConversationStore conversations)
{
    /// <summary>What would be left alone without the queue, in words.</summary>
    public async Task<IReadOnlyList<string>> DescribeAsync(QueueId queue, CancellationToken cancellationToken)
    {
        // What goes to a desk meanwhile, or comes back from one, is seen by one look or another.
        var anybodyWaits = await AnyAsync(queue, WaitingAsync(queue, cancellationToken), IsWaiting, cancellationToken);
        var anybodyHas = await AnyAsync(queue, OnDesksAsync(queue, cancellationToken), static open => !IsWaiting(open), cancellationToken);
        anybodyWaits = anybodyWaits || await AnyAsync(queue, WaitingAsync(queue, cancellationToken), IsWaiting, cancellationToken);
        return [.. anybodyWaits ? ["customers who wait in it"] : Nothing, .. anybodyHas ? ["interactions of it that agents have"] : Nothing];
    }

    /// <summary>As far as the rows tell.</summary>
    public async IAsyncEnumerable<InteractionId> AllAsync(QueueId queue, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var id in WaitingAsync(queue, cancellationToken))
            yield return id;
        await foreach (var id in OnDesksAsync(queue, cancellationToken))
            yield return id;
    }

    private static string[] Nothing => [];

    private IAsyncEnumerable<InteractionId> WaitingAsync(QueueId queue, CancellationToken cancellationToken) =>
        queues.WaitersAsync(queue, cancellationToken).Select(row => row.Waiter.Id);

    private IAsyncEnumerable<InteractionId> OnDesksAsync(QueueId queue, CancellationToken cancellationToken) =>
        desks.AllAsync(cancellationToken).SelectMany(desk => desk.Items).Where(item => item.Queue == queue).Select(item => item.Id);

    // A row may tell of what was a moment ago.
    private static bool IsWaiting(Interaction open) => open.Handling == Handling.Queued;

    private async Task<bool> AnyAsync(
        QueueId queue, IAsyncEnumerable<InteractionId> hints, Func<Interaction, bool> isLikeThat, CancellationToken cancellationToken)
    {
        await foreach (var id in hints)
        {
            var conversation = (await conversations.LoadAsync(id.Profile, cancellationToken)).Conversation;
            if (conversation.Find(id) is { } open && open.Queue == queue && isLikeThat(open))
                return true;
        }

        return false;
    }
}
