using Interactions.Functions.Hosting;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Sweep;

/// <summary>
/// Looks once at what was closed lately. The history shows a closing before it is stored, under the time at which it was decided: what
/// was decided again, or not stored at all, is taken out. And what was said last is looked for, of which nobody hears any more.
/// </summary>
internal sealed class Closings(ConversationStore conversations, Indexes indexes, Overdue overdue)
{
    private const int AtOnce = 8;

    /// <summary>False where there was no time for all.</summary>
    public async Task<bool> LookAsync(IEnumerable<ClosedRow> closed, Tally tally, Deadline deadline, CancellationToken cancellationToken)
    {
        var isWhole = true;
        await Several.ForEachAsync(closed, AtOnce, async (row, _) =>
        {
            if (deadline.HasPassed)
            {
                isWhole = false;
                return;
            }

            try
            {
                await LookAsync(row, tally, cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                tally.Fail(row.Id, fault);
            }
        }, cancellationToken);
        return isWhole;
    }

    private async Task LookAsync(ClosedRow row, Tally tally, CancellationToken cancellationToken)
    {
        var conversation = (await conversations.LoadAsync(row.Id.Profile, cancellationToken)).Conversation;
        var record = conversation.Find(row.Id) ?? await conversations.FindClosedAsync(row.Id, cancellationToken);
        if (record?.ClosedAt != row.At)
        {
            await indexes.RemoveHistoryAsync(row, cancellationToken);
            tally.Add(Repair.StaleHistory, row.Id);
        }

        await overdue.SendAsync(conversation, tally, cancellationToken);
    }
}
