using System.Collections.Concurrent;

namespace Interactions.Simulator.Messages;

/// <summary>What phones sent, in memory.</summary>
internal sealed class MediaShelf
{
    private readonly ConcurrentDictionary<string, SimulatedMedia> _media = new(StringComparer.Ordinal);

    public void Keep(string sid, SimulatedMedia media) => _media[sid] = media;

    public SimulatedMedia? Find(string sid) => _media.GetValueOrDefault(sid);

    public void Remove(string sid) => _media.TryRemove(sid, out _);

    public void Clear() => _media.Clear();
}
