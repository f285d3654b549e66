using System.Text.Json.Serialization;
using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Desks;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters =
    [
        typeof(UtcConverter), typeof(NameConverter<Handling>), typeof(NameConverter<InteractionState>), typeof(NameConverter<InteractionType>),
        typeof(NameConverter<Presence>), typeof(NameConverter<PresenceReason>), typeof(NameConverter<Role>),
    ])]
[JsonSerializable(typeof(InboxView))]
[JsonSerializable(typeof(MeView))]
[JsonSerializable(typeof(PresenceDocument))]
internal sealed partial class DesksJson : JsonSerializerContext;
