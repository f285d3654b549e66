using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Queues;

namespace Interactions.Functions.Sweep;

/// <summary>
/// Makes everything that the indexes show of one interaction as its conversation says. Each row is changed only as it was read:
/// whoever is about to change it comes first. What a change shows beforehand stays until it is stored or can be no more.
/// </summary>
internal sealed class Mending(
    ConversationStore conversations, Indexes indexes, QueueStore queues, DeskStore desks, Reservations reservations, Overdue overdue, TimeProvider clock)
{
    /// <returns>The agents who may have room again.</returns>
    public async Task<IReadOnlyList<AgentId>> MendAsync(InteractionId id, ActiveRow? row, Places places, Tally tally, CancellationToken cancellationToken)
    {
        var conversation = (await conversations.LoadAsync(id.Profile, cancellationToken)).Conversation;
        var open = conversation.Find(id);
        await MendActiveAsync(conversation, open, id, row, tally, cancellationToken);
        await MendWaitingAsync(conversation, open, id, places.Waiting, tally, cancellationToken);
        var freed = await MendDesksAsync(conversation, open, id, places.OnDesks, tally, cancellationToken);

        // Last: what cannot be sent now keeps nothing from being mended.
        await overdue.SendAsync(conversation, tally, cancellationToken);
        return freed;
    }

    private async Task MendActiveAsync(
        Conversation conversation, Interaction? open, InteractionId id, ActiveRow? row, Tally tally, CancellationToken cancellationToken)
    {
        if (open is null)
        {
            if (row is not null && IsOver(conversation, row.Version, row.WrittenAt) && await indexes.RemoveAsync(row, cancellationToken))
                tally.Add(Repair.StaleActive, id);
            return;
        }

        if (row?.Shows(open) == true || (row is not null && !IsOver(conversation, row.Version, row.WrittenAt)))
            return;
        if (await indexes.ShowAsync(new IndexTouch.Active(open, conversation.Version), row, cancellationToken))
            tally.Add(row is null ? Repair.MissingActive : Repair.OutdatedActive, id);
    }

    private async Task MendWaitingAsync(
        Conversation conversation, Interaction? open, InteractionId id, List<WaiterRow> rows, Tally tally, CancellationToken cancellationToken)
    {
        var place = WaitingPlace.Of(open);
        foreach (var stale in rows.Where(row => row.Waiter.Place != place && IsOver(conversation, row.Version, row.WrittenAt)))
        {
            if (await queues.RemoveAsync(stale, cancellationToken))
                tally.Add(Repair.StaleWaiting, id);
        }

        if (place is null || rows.Exists(row => row.Waiter.Place == place))
            return;
        if (await queues.AddAsync(new IndexTouch.Waiting(place, open!, conversation.Version), cancellationToken))
            tally.Add(Repair.MissingWaiting, id);
    }

    private async Task<IReadOnlyList<AgentId>> MendDesksAsync(
        Conversation conversation, Interaction? open, InteractionId id, List<OnDesk> held, Tally tally, CancellationToken cancellationToken)
    {
        var freed = new List<AgentId>();
        foreach (var (agent, item) in held.Where(each => IsOver(conversation, each.Item.Version, each.Item.WrittenAt)))
        {
            var upTo = Math.Max(conversation.Version, item.Version);
            if (open?.Holder != agent)
            {
                if (!await reservations.FreeAsync(new IndexTouch.Frees(agent, id, upTo, Missed: false), cancellationToken, item.ETag))
                    continue;
                tally.Add(Repair.OrphanedRoom, id);
                freed.Add(agent);
            }
            else
            {
                await MendDeskAsync(open, conversation.Version, upTo, agent, item, tally, cancellationToken);
            }
        }

        if (open?.Holder is { } holder && held.TrueForAll(each => each.Agent != holder)
            && await reservations.RestoreAsync(new IndexTouch.Reserves(holder, open, conversation.Version, MustBeReady: false), cancellationToken))
        {
            tally.Add(Repair.MissingRoom, id);
        }

        return freed;
    }

    private async Task MendDeskAsync(
        Interaction open, long version, long upTo, AgentId agent, DeskItem item, Tally tally, CancellationToken cancellationToken)
    {
        // A row that was shown anew is not as it was read any more, and is counted anew by the next sweep.
        var isShownAnew = (!item.Shows(open) || item.ShouldTakeUpRoom != open.TakesUpRoom())
            && await desks.ShowAsync(new IndexTouch.Inbox(agent, open, version), item, cancellationToken);
        var isCountedAnew = !isShownAnew && item.TakesUpRoom != open.TakesUpRoom()
            && await reservations.CountAsync(new IndexTouch.Counts(agent, open.Id, upTo, open.TakesUpRoom()), cancellationToken, item.ETag);
        if (isShownAnew || isCountedAnew)
            tally.Add(Repair.OutdatedDesk, open.Id);
    }

    // Either it is stored, or whoever wanted to store it has given up.
    private bool IsOver(Conversation conversation, long version, DateTimeOffset? writtenAt) =>
        conversation.Version >= version || !(writtenAt > clock.GetUtcNow() - Reservations.Overdue);
}
