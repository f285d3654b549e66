using System.Text.Json.Serialization;
using Interactions.Domain.Consent;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Timers;
using Interactions.Domain.Values;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Agents;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters =
    [
        typeof(UtcConverter), typeof(NameConverter<ActorKind>), typeof(NameConverter<ConsentSource>), typeof(NameConverter<ConsentState>),
        typeof(NameConverter<Channel>), typeof(NameConverter<Direction>), typeof(NameConverter<Handling>),
        typeof(NameConverter<InteractionState>), typeof(NameConverter<InteractionType>), typeof(NameConverter<Outcome>),
        typeof(NameConverter<StateReason>), typeof(NameConverter<TimerKind>),
    ])]
[JsonSerializable(typeof(InteractionView))]
[JsonSerializable(typeof(TimersView))]
[JsonSerializable(typeof(ProfileView))]
[JsonSerializable(typeof(Page<InteractionView>))]
internal sealed partial class AgentsJson : JsonSerializerContext;

/// <summary>A log's lines say only what there is to say.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(UtcConverter), typeof(NameConverter<ActorKind>), typeof(NameConverter<AutomaticText>), typeof(NameConverter<Channel>),
        typeof(NameConverter<ConsentSource>), typeof(NameConverter<ConsentState>), typeof(NameConverter<DeliveryState>),
        typeof(NameConverter<Evidence>), typeof(NameConverter<NotSent>),
        typeof(NameConverter<Direction>), typeof(NameConverter<InteractionType>), typeof(NameConverter<Outcome>),
        typeof(NameConverter<StateReason>), typeof(NameConverter<TaskKind>), typeof(NameConverter<TextEncoding>), typeof(NameConverter<TimerKind>),
    ])]
[JsonSerializable(typeof(LogPage))]
[JsonSerializable(typeof(Page<LogEntryView>))]
[JsonSerializable(typeof(LogEntryView))]
internal sealed partial class LogJson : JsonSerializerContext;
