using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Interactions.Functions.Messaging;
using Interactions.Functions.Storage;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Commit;

/// <summary>
/// Gives back what was reserved for agents who do not get it, and has the router look at them: somebody may have been turned away
/// for it. Whoever stopped waiting for the order does not stop this.
/// </summary>
internal sealed class GivingBack(
    ConversationStore conversations, Reservations reservations, WakeSender wakes, TimeProvider clock, ILogger<GivingBack> logger)
{
    // The clocks of storage and of whoever looks then may differ a little.
    private static readonly TimeSpan Later = Reservations.Overdue + TimeSpan.FromSeconds(5);

    /// <summary>Once it is decided who has it.</summary>
    public async Task AfterAsync(Work work, Conversation conversation)
    {
        foreach (var made in work.NotHeldIn(conversation))
        {
            await reservations.FreeAsync(made, CancellationToken.None);
            await HaveSeenAsync(work, new Wake.Serve(made.Agent, made.Id, made.Version));
        }
    }

    /// <summary>
    /// Once nobody goes on with it: at once where nothing can become of it any more, and otherwise when that is so, by whoever
    /// looks at the agent then.
    /// </summary>
    public async Task AfterFaultAsync(Work work)
    {
        try
        {
            if (!await TryAsync(work))
                await LookLaterAsync(work);
        }
        catch (Exception fault)
        {
            logger.RoomLeftTaken(fault);
        }
    }

    private async Task HaveSeenAsync(Work work, Wake.Serve wake)
    {
        try
        {
            await wakes.SendAsync(wake, CancellationToken.None);
        }
        catch (BusUnavailableException fault) when (work.Command.By.Kind is ActorKind.Timer or ActorKind.System)
        {
            logger.LeftToTheSweep(fault);
        }
    }

    private async Task<bool> TryAsync(Work work)
    {
        try
        {
            // Somebody else may have given it to the same agent meanwhile.
            var conversation = (await conversations.LoadAsync(work.Profile, CancellationToken.None)).Conversation;
            if (!work.IsOverIn(conversation))
                return false;
            foreach (var made in work.NotHeldIn(conversation))
                await reservations.FreeAsync(made, CancellationToken.None);
            await Task.WhenAll(work.Agents.Select(agent => wakes.SendAsync(new Wake.Serve(agent, null, 0), CancellationToken.None)));
            return !work.IsReserving;
        }
        catch (Exception fault) when (Outage.Is(fault))
        {
            return false;
        }
    }

    // Without naming what it is about: the version that would go with it may never come.
    private Task LookLaterAsync(Work work) => Task.WhenAll(work.Agents.Select(agent =>
        wakes.SendAtAsync(new Wake.Serve(agent, null, 0), clock.GetUtcNow() + Later, attempt: 0, CancellationToken.None)));
}
