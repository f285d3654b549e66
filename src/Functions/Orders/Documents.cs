using System.Text.Json.Serialization;
using Interactions.Domain.Interactions;
using Interactions.Functions.Storage.Json;

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

internal sealed class HoldDocument
{
    /// <summary>Who is waited for; of a conversation in writing it has to be said.</summary>
    public StateReason? Reason { get; set; }
}

internal sealed class ExtendDocument
{
    /// <summary>Not before then. Twice the same is once.</summary>
    public string? Until { get; set; }
}

internal sealed class EndDocument
{
    public Outcome? Outcome { get; set; }

    /// <summary>What it was about. Needed where nothing says that yet, and nobody will be asked for it in a wrap-up.</summary>
    public string? ShortDescription { get; set; }
}

internal sealed class WrapDocument
{
    public string? ShortDescription { get; set; }

    /// <summary>What came of it, in the company's own words.</summary>
    public string? Disposition { get; set; }
}

/// <summary>A text that the provider keeps, with what stands in its gaps.</summary>
internal sealed class TemplateDocument
{
    public string? Sid { get; set; }

    public IReadOnlyDictionary<string, string?> Variables { get; set; } = new Dictionary<string, string?>();
}

/// <summary>What is to be sent.</summary>
internal class WrittenDocument
{
    public string? Text { get; set; }

    /// <summary>Where pictures and files are that go with it.</summary>
    public IReadOnlyList<string?> Media { get; set; } = [];

    /// <summary>Goes out in place of a text.</summary>
    public TemplateDocument? Template { get; set; }
}

internal sealed class MessageDocument : WrittenDocument
{
    /// <summary>A standard response for the interaction's queue, whose text it is, with everything put in that is known.</summary>
    public string? Response { get; set; }

    /// <summary>The last entry of the log that was read when this was written: it is refused if somebody else wrote since.</summary>
    public long? LastSeen { get; set; }

    /// <summary>Send it whoever wrote since, and although no text is known to arrive there.</summary>
    public bool Force { get; set; }
}

/// <summary>A record that somebody begins: who writes first, takes a call, or meets a customer.</summary>
internal sealed class StartDocument
{
    public InteractionType? Type { get; set; }

    public string? Line { get; set; }

    /// <summary>Whom the company writes to, or calls.</summary>
    public string? To { get; set; }

    /// <summary>Who called the company.</summary>
    public string? From { get; set; }

    /// <summary>Who the customer is, where that is known.</summary>
    public string? User { get; set; }

    /// <summary>The queue in which it belongs; the line's where nothing is said.</summary>
    public string? Queue { get; set; }

    public string? ShortDescription { get; set; }

    public IReadOnlyList<string?> Tags { get; set; } = [];

    /// <summary>What is written to them at once. Where it cannot be sent, nothing is opened.</summary>
    public WrittenDocument? Message { get; set; }

    /// <summary>Write to them although no text is known to arrive there.</summary>
    public bool Force { get; set; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    Converters = [typeof(NameConverter<StateReason>), typeof(NameConverter<Outcome>), typeof(NameConverter<InteractionType>)])]
[JsonSerializable(typeof(HoldDocument))]
[JsonSerializable(typeof(ExtendDocument))]
[JsonSerializable(typeof(EndDocument))]
[JsonSerializable(typeof(WrapDocument))]
[JsonSerializable(typeof(MessageDocument))]
[JsonSerializable(typeof(StartDocument))]
[JsonSerializable(typeof(TransferDocument))]
[JsonSerializable(typeof(AssignDocument))]
internal sealed partial class OrdersJson : JsonSerializerContext;
