using Interactions.Domain.Desks;

namespace Interactions.Functions.Desks;

/// <summary>What somebody says of whether they take work, and how much.</summary>
internal sealed class PresenceDocument
{
    public string? Status { get; set; }

    public CapacityChange? Capacity { get; set; }
}

/// <summary>How many of each type. What is not mentioned stays as it is.</summary>
internal sealed class CapacityChange
{
    public int? Messaging { get; set; }

    public int? Chat { get; set; }

    public int? Phone { get; set; }

    public int? WalkUp { get; set; }

    public int? Voicemail { get; set; }

    public IEnumerable<(string Field, int? Number)> All() =>
    [
        ("messaging", Messaging), ("chat", Chat), ("phone", Phone), ("walkUp", WalkUp), ("voicemail", Voicemail),
    ];

    public Slots In(Slots current) => new(
        Messaging ?? current.Messaging, Chat ?? current.Chat, Phone ?? current.Phone, WalkUp ?? current.WalkUp, Voicemail ?? current.Voicemail);
}
