namespace Interactions.Simulator.Messages;

/// <summary>Who said STOP to whom.</summary>
internal sealed class OptOuts
{
    private readonly Lock _gate = new();
    private readonly HashSet<(string Sender, string Phone)> _said = [];

    public Action? Changed { get; set; }

    public bool Contains(string sender, string phone)
    {
        lock (_gate)
            return _said.Contains((sender, phone));
    }

    /// <summary>Whether that changed anything.</summary>
    public bool Set(string sender, string phone, bool optedOut)
    {
        bool changed;
        lock (_gate)
            changed = optedOut ? _said.Add((sender, phone)) : _said.Remove((sender, phone));
        if (changed)
            Changed?.Invoke();
        return changed;
    }

    public IReadOnlyList<string> SendersOf(string phone)
    {
        lock (_gate)
            return [.. _said.Where(said => said.Phone == phone).Select(said => said.Sender).Order(StringComparer.Ordinal)];
    }

    public void Clear()
    {
        lock (_gate)
            _said.Clear();
    }
}
