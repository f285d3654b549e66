namespace Interactions.Simulator.Messages;

/// <summary>Our side's numbers, and who of a Messaging Service's pool writes to whom.</summary>
internal sealed class Numbers(IEnumerable<SimulatorNumber> numbers)
{
    private readonly Lock _gate = new();
    private readonly List<SimulatorNumber> _numbers = [.. numbers];
    private readonly Dictionary<(string Service, string Phone), SimulatorNumber> _chosen = [];

    public IReadOnlyList<SimulatorNumber> All
    {
        get
        {
            lock (_gate)
                return [.. _numbers];
        }
    }

    /// <summary>One that is there already is replaced.</summary>
    public void Add(SimulatorNumber number)
    {
        lock (_gate)
        {
            var place = _numbers.FindIndex(known => known.Address == number.Address);
            if (place < 0)
                _numbers.Add(number);
            else
                _numbers[place] = number;
        }
    }

    public SimulatorNumber? Find(string? address)
    {
        lock (_gate)
            return _numbers.Find(number => number.Address == address);
    }

    public bool HasService(string sid)
    {
        lock (_gate)
            return _numbers.Exists(number => number.MessagingServiceSid == sid);
    }

    /// <summary>Whoever wrote to a phone once writes to it always.</summary>
    public SimulatorNumber Choose(string service, string phone, Random random)
    {
        lock (_gate)
        {
            if (!_chosen.TryGetValue((service, phone), out var number))
            {
                var pool = _numbers.FindAll(member => member.MessagingServiceSid == service && SameChannel(member.Address, phone));
                number = _chosen[(service, phone)] = pool[random.Next(pool.Count)];
            }

            return number;
        }
    }

    public bool CanReach(string service, string phone)
    {
        lock (_gate)
            return _numbers.Exists(member => member.MessagingServiceSid == service && SameChannel(member.Address, phone));
    }

    private static bool SameChannel(string one, string other) =>
        one.StartsWith("whatsapp:", StringComparison.Ordinal) == other.StartsWith("whatsapp:", StringComparison.Ordinal);
}
