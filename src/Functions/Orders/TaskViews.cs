using Interactions.Domain.Interactions;
using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Security;

namespace Interactions.Functions.Orders;

/// <summary>Notes in the log of an interaction who looked at a task of it.</summary>
internal sealed class TaskViews(CommitLoop loop, TimeProvider clock)
{
    public async Task NoteAsync(Caller caller, RelatedTask task)
    {
        using var limit = new CancellationTokenSource(Patience.Limit, clock);
        await loop.HandleAsync(
            task.Interaction.Profile, new ViewTask(caller.Actor, task.Interaction, task.Task, clock.GetUtcNow()), limit.Token);
    }
}
