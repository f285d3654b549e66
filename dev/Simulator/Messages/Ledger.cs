using System.Collections.Immutable;

namespace Interactions.Simulator.Messages;

/// <summary>Every message there is. Whoever accepts one does it under its lock, so that what is drawn follows the order of requests.</summary>
internal sealed class Ledger(int seed, TimeProvider time)
{
    private readonly Dictionary<string, SimulatedMessage> _messages = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private Random _random = new(seed);

    public Lock Gate { get; } = new();

    public Action<SimulatedMessage>? Changed { get; set; }

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Oldest first.</summary>
    public ImmutableArray<SimulatedMessage> All
    {
        get
        {
            lock (Gate)
                return [.. _order.Select(sid => _messages[sid])];
        }
    }

    public SimulatedMessage? Find(string sid)
    {
        lock (Gate)
            return _messages.GetValueOrDefault(sid);
    }

    /// <summary>What one request draws from: however much that is, the next one's stays the same.</summary>
    public Random Draw()
    {
        lock (Gate)
            return new Random(_random.Next());
    }

    public static string NewSid(string prefix, Random random) => prefix + random.GetHexString(32, lowercase: true);

    public SimulatedMessage Enter(SimulatedMessage message)
    {
        lock (Gate)
        {
            _messages.Add(message.Sid, message);
            _order.Add(message.Sid);
        }

        Changed?.Invoke(message);
        return message;
    }

    /// <summary>Null if somebody deleted it meanwhile.</summary>
    public SimulatedMessage? Change(string sid, Func<SimulatedMessage, SimulatedMessage> change)
    {
        SimulatedMessage changed;
        lock (Gate)
        {
            if (!_messages.TryGetValue(sid, out var message))
                return null;
            changed = _messages[sid] = change(message) with { DateUpdated = Now };
        }

        Changed?.Invoke(changed);
        return changed;
    }

    public bool Remove(string sid)
    {
        lock (Gate)
            return _messages.Remove(sid) && _order.Remove(sid);
    }

    public void Clear()
    {
        lock (Gate)
        {
            _messages.Clear();
            _order.Clear();
            _random = new Random(seed);
        }
    }
}
