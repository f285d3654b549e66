using System.Text.Json.Serialization;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Orders;

internal sealed class ReadDocument
{
    /// <summary>The last entry of the log that was shown: what came after it stays unread.</summary>
    public long? LastSeen { get; set; }
}

internal sealed class NoteDocument
{
    public string? Text { get; set; }
}

/// <summary>What is to be written differently.</summary>
internal sealed class AmendmentDocument
{
    public string? ShortDescription { get; set; }

    public int? Priority { get; set; }

    public IReadOnlyList<string?>? Tags { get; set; }

    public string? Language { get; set; }

    public string? Disposition { get; set; }

    public Outcome? Outcome { get; set; }

    /// <summary>How the customer and the agent speak from now on.</summary>
    public InteractionType? Type { get; set; }
}

internal sealed class TaskDocument
{
    public TaskKind? Kind { get; set; }

    /// <summary>The interaction's own where nothing is said.</summary>
    public string? ShortDescription { get; set; }

    public string? Description { get; set; }

    /// <summary>What it is called where it is done.</summary>
    public string? Reference { get; set; }

    /// <summary>Where it is done.</summary>
    public string? Url { get; set; }
}

internal sealed class ProfileDocument
{
    public string? User { get; set; }

    public string? Name { get; set; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    Converters =
    [
        typeof(UtcConverter), typeof(NameConverter<ActorKind>), typeof(NameConverter<InteractionType>), typeof(NameConverter<Outcome>),
        typeof(NameConverter<TaskKind>),
    ])]
[JsonSerializable(typeof(ReadDocument))]
[JsonSerializable(typeof(NoteDocument))]
[JsonSerializable(typeof(AmendmentDocument))]
[JsonSerializable(typeof(TaskDocument))]
[JsonSerializable(typeof(ProfileDocument))]
[JsonSerializable(typeof(TaskView))]
[JsonSerializable(typeof(Page<TaskView>))]
internal sealed partial class RecordsJson : JsonSerializerContext;
