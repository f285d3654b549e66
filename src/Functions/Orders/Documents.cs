using System.Text.Json.Serialization;

namespace Interactions.Functions.Orders;

/// <summary>Who gets it instead: one of a queue, an agent, or an address outside.</summary>
internal sealed class TransferDocument
{
    public string? Queue { get; set; }

    public string? Agent { get; set; }

    public string? Contact { get; set; }

    /// <summary>What they have to know.</summary>
    public string? Note { get; set; }
}

internal sealed class AssignDocument
{
    public string? Agent { get; set; }

    /// <summary>Whether the agent has it at once, and is not asked.</summary>
    public bool Forced { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TransferDocument))]
[JsonSerializable(typeof(AssignDocument))]
internal sealed partial class OrdersJson : JsonSerializerContext;
