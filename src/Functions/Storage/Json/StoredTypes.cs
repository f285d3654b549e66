using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Interactions.Domain.Consent;
using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Routing;
using Interactions.Domain.Timers;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage.Json;

/// <summary>
/// How the domain's records are stored: as they are, without what follows from the rest. What is not null is always written:
/// a property that is missing reads as its type's default, not as what its initialiser says.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    Converters =
    [
        typeof(TextConverter<Address>), typeof(TextConverter<AgentId>), typeof(TextConverter<InteractionId>),
        typeof(TextConverter<InteractionNumber>), typeof(TextConverter<LineId>), typeof(TextConverter<MessageSid>),
        typeof(TextConverter<ProfileId>), typeof(TextConverter<QueueId>), typeof(TextConverter<UserId>),
        typeof(NameConverter<ActorKind>), typeof(NameConverter<AutomaticText>), typeof(NameConverter<Channel>),
        typeof(NameConverter<ConsentSource>), typeof(NameConverter<ConsentState>), typeof(NameConverter<ConsentWord>),
        typeof(NameConverter<DeliveryState>), typeof(NameConverter<Evidence>), typeof(NameConverter<NotSent>), typeof(NameConverter<Direction>), typeof(NameConverter<InteractionType>),
        typeof(NameConverter<Outcome>), typeof(NameConverter<Presence>), typeof(NameConverter<StateReason>), typeof(NameConverter<TaskKind>), typeof(NameConverter<TimerKind>),
    ])]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(LogEntry))]
[JsonSerializable(typeof(RelatedTask))]
[JsonSerializable(typeof(Tally))]
[JsonSerializable(typeof(Desk))]
[JsonSerializable(typeof(Waiter))]
[JsonSerializable(typeof(UnprocessedMessage))]
[JsonSerializable(typeof(ImmutableArray<long>))]
internal sealed partial class StoredTypes : JsonSerializerContext;
