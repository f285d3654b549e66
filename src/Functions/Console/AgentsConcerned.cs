using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Interactions.Functions.Messaging;
using Interactions.Functions.Storage.Configuration;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Console;

/// <summary>
/// Has agents looked at again of whom something else is configured: where they are shown as free follows from it, and who waits
/// for somebody like them.
/// </summary>
internal sealed class AgentsConcerned(WakeSender wakes, TimeProvider clock, ILogger<AgentsConcerned> logger)
{
    private const int AtOnce = 32;

    public static IReadOnlyList<AgentId> By(string id, object? before, object? after) => (before, after) switch
    {
        (QueueDocument or null, QueueDocument or null) => Differing(MembersOf(before), MembersOf(after)),
        (AgentDocument or null, AgentDocument or null) when !IsSame(AgentIn(before), AgentIn(after)) => [AgentId.Parse(id)],
        _ => [],
    };

    /// <summary>Before anything is stored: whatever happens then, they will be looked at.</summary>
    public Task AnnounceAsync(IEnumerable<AgentId> agents, CancellationToken cancellationToken)
    {
        var then = clock.GetUtcNow() + PolicySource.KnownEverywhere;
        return EachAsync(agents, wake => wakes.SendAtAsync(wake, then, attempt: 0, cancellationToken), cancellationToken);
    }

    /// <summary>Where that fails, what was announced has to do.</summary>
    public async Task LookNowAsync(IEnumerable<AgentId> agents, CancellationToken cancellationToken)
    {
        try
        {
            await EachAsync(agents, wake => wakes.SendAsync(wake, cancellationToken), cancellationToken);
        }
        catch (Exception fault) when (fault is BusUnavailableException or OperationCanceledException)
        {
            logger.AgentsLookedAtLater(fault);
        }
    }

    private static IReadOnlyList<AgentId> Differing(IEnumerable<AgentId> before, IEnumerable<AgentId> after)
    {
        var agents = before.ToHashSet();
        agents.SymmetricExceptWith(after);
        return [.. agents];
    }

    private static IEnumerable<AgentId> MembersOf(object? queue) => queue is QueueDocument { Members: var members } ? members.Select(AgentOf).OfType<AgentId>() : [];

    // What was written by hand may hold anything.
    private static AgentId? AgentOf(string? id) => AgentId.TryParse(id, null, out var agent) ? agent : null;

    private static AgentDocument AgentIn(object? agent) => agent as AgentDocument ?? new();

    private static bool IsSame(AgentDocument before, AgentDocument after) =>
        before.Skills.ToHashSet(StringComparer.Ordinal).SetEquals(after.Skills) && before.Capacity.ToSlots() == after.Capacity.ToSlots();

    private static Task EachAsync(IEnumerable<AgentId> agents, Func<Wake, Task> send, CancellationToken cancellationToken) =>
        Several.ForEachAsync(
            agents,
            AtOnce,
            (agent, _) => send(new Wake.Serve(agent, null, 0)),
            cancellationToken);
}
