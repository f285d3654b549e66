using Azure;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Desks;

namespace Interactions.Functions.Routing;

/// <summary>
/// Takes off a desk what is not the agent's any more. Whoever made that so does it too, right afterwards; this is for when they
/// did not come to it.
/// </summary>
internal sealed class Clearing(
    DeskStore desks, Reservations reservations, ConversationStore conversations, TimeProvider clock)
{
    public async Task<Cleared> ClearAsync(Wake.Serve wake, CancellationToken cancellationToken)
    {
        var open = await desks.OpenAsync(wake.Agent, cancellationToken);
        var (isStored, isAsRead) = (true, true);
        foreach (var item in open.Items.Where(item => item.Id == wake.Id || IsDoubtful(item, wake)))
        {
            isStored &= await ClearAsync(wake.Agent, item, item.Id == wake.Id ? wake : null, cancellationToken);
            isAsRead = false;
        }

        return new(isStored, isAsRead ? open.Stored : await desks.FindAsync(wake.Agent, cancellationToken));
    }

    // Whoever comes back finds nothing on their desk that is not theirs; an offer that is over is looked at whenever they are.
    private bool IsDoubtful(DeskItem item, Wake.Serve wake) => IsOld(item) && (wake.Id is null || item.OfferedUntil < Recently);

    private bool IsOld(DeskItem item) => item.WrittenAt < Recently;

    private DateTimeOffset Recently => clock.GetUtcNow() - Reservations.Overdue;

    // False where what was announced is not stored yet.
    private async Task<bool> ClearAsync(AgentId agent, DeskItem item, Wake.Serve? announced, CancellationToken cancellationToken)
    {
        var conversation = (await conversations.LoadAsync(item.Id.Profile, cancellationToken)).Conversation;
        if (conversation.Version < announced?.Version)
            return false;

        // What an old row tells of will not be stored any more.
        var upTo = Math.Max(conversation.Version, announced?.Version ?? item.Version);
        var asRead = announced is null ? item.ETag : (ETag?)null;
        var interaction = conversation.Find(item.Id);
        if (interaction?.Holder != agent)
            await reservations.FreeAsync(new IndexTouch.Frees(agent, item.Id, upTo, WasMissed(item, announced)), cancellationToken, asRead);
        else if (interaction.TakesUpRoom() != item.TakesUpRoom)
            await reservations.CountAsync(new IndexTouch.Counts(agent, item.Id, upTo, !item.TakesUpRoom), cancellationToken, asRead);
        return true;
    }

    // Only whoever let it pass is told of it: a row shows no more than that it is not theirs. What is newer was not there yet.
    private static bool WasMissed(DeskItem item, Wake.Serve? announced) => announced is { Missed: true } && item.Version <= announced.Version;
}

/// <param name="IsStored">Whether what the wake announces is stored.</param>
internal sealed record Cleared(bool IsStored, StoredDesk Desk);
