using System.Collections.Immutable;
using Interactions.Domain.Desks;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage.Configuration;

/// <summary>How an agent is written down.</summary>
internal sealed class AgentDocument
{
    public string? Name { get; set; }

    public Role Role { get; set; }

    public IReadOnlyList<string> Skills { get; set; } = [];

    public CapacityDocument Capacity { get; set; } = new();

    public AgentPolicy ToAgent(string id) => new()
    {
        Id = AgentId.Parse(id),
        Name = Name,
        Role = Role,
        Skills = [.. Skills],
        Capacity = Capacity.ToSlots(),
    };
}

/// <summary>How many of each type somebody can have at once. What is not mentioned is as usual.</summary>
internal sealed class CapacityDocument
{
    public int Messaging { get; set; } = Slots.Usual.Messaging;

    public int Chat { get; set; } = Slots.Usual.Chat;

    public int Phone { get; set; } = Slots.Usual.Phone;

    public int WalkUp { get; set; } = Slots.Usual.WalkUp;

    public int Voicemail { get; set; } = Slots.Usual.Voicemail;

    public Slots ToSlots() => new(Messaging, Chat, Phone, WalkUp, Voicemail);
}
