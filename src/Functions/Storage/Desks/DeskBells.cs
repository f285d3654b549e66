using System.Collections.Concurrent;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage.Desks;

/// <summary>
/// Tells whoever waits within this process that a desk is not as it was. What other processes change is not heard here.
/// </summary>
internal sealed class DeskBells
{
    private readonly ConcurrentDictionary<AgentId, TaskCompletionSource> _waiting = new();

    /// <summary>Ends when the desk changes next. Whoever takes it before looking at the desk misses nothing.</summary>
    public Task NextAsync(AgentId agent) =>
        _waiting.GetOrAdd(agent, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Ring(AgentId agent)
    {
        if (_waiting.TryRemove(agent, out var waiting))
            waiting.SetResult();
    }
}
