using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Desks;

namespace Interactions.Functions.Routing;

/// <summary>
/// Takes off a desk what is not the agent's any more. Whoever made that so does it too, right afterwards; this is for when they
/// did not come to it.
/// </summary>
internal sealed class Clearing(
    DeskStore desks, Reservations reservations, ConversationStore conversations, PolicySource policies, TimeProvider clock)
{
    // Long enough for whoever reserved it to have stored the change, or to have given up.
    private static readonly TimeSpan Overdue = TimeSpan.FromSeconds(60);

    public async Task<Cleared> ClearAsync(Wake.Serve wake, CancellationToken cancellationToken)
    {
        var open = await desks.OpenAsync(wake.Agent, cancellationToken);
        var (isStored, isAsRead) = (true, true);
        foreach (var item in open.Items.Where(item => item.Id == wake.Id || IsDoubtful(item, wake)))
        {
            isStored &= await ClearAsync(wake.Agent, item, item.Id == wake.Id ? wake.Version : null, cancellationToken);
            isAsRead = false;
        }

        return new(isStored, isAsRead ? open.Stored : await desks.FindAsync(wake.Agent, cancellationToken));
    }

    // Whoever comes back finds nothing on their desk that is not theirs; an offer that is over is looked at whenever they are.
    private bool IsDoubtful(DeskItem item, Wake.Serve wake) => IsOld(item) && (wake.Id is null || item.OfferedUntil < Recently);

    private bool IsOld(DeskItem item) => item.WrittenAt < Recently;

    private DateTimeOffset Recently => clock.GetUtcNow() - Overdue;

    // False where what was announced is not stored yet.
    private async Task<bool> ClearAsync(AgentId agent, DeskItem item, long? announced, CancellationToken cancellationToken)
    {
        var policy = await policies.CurrentAsync(cancellationToken);
        var conversation = (await conversations.LoadAsync(item.Id.Profile, cancellationToken)).Conversation;
        if (conversation.Version < announced)
            return false;

        // What an old row tells of will not be stored any more.
        var upTo = Math.Max(conversation.Version, announced ?? item.Version);
        var interaction = conversation.Find(item.Id);
        if (interaction?.Holder != agent)
            await reservations.FreeAsync(new IndexTouch.Frees(agent, item.Id, upTo, WasMissed(item, policy)), cancellationToken);
        else if (interaction.TakesUpRoom() != item.TakesUpRoom)
            await reservations.CountAsync(new IndexTouch.Counts(agent, item.Id, upTo, !item.TakesUpRoom), cancellationToken);
        return true;
    }

    private bool WasMissed(DeskItem item, Policy policy) =>
        item.OfferedUntil <= clock.GetUtcNow() && policy.For(item.Queue).NotReadyAfterMissedOffer;
}

/// <param name="IsStored">Whether what the wake announces is stored.</param>
internal sealed record Cleared(bool IsStored, StoredDesk Desk);
