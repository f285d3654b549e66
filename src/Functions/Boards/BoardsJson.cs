using System.Text.Json.Serialization;
using Interactions.Domain.Desks;
using Interactions.Domain.Policies;
using Interactions.Functions.Desks;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Boards;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(UtcConverter), typeof(NameConverter<Presence>), typeof(NameConverter<PresenceReason>), typeof(NameConverter<Role>)])]
[JsonSerializable(typeof(AgentView))]
[JsonSerializable(typeof(Page<AgentView>))]
[JsonSerializable(typeof(Page<LineView>))]
[JsonSerializable(typeof(QueueView))]
[JsonSerializable(typeof(Page<QueueView>))]
internal sealed partial class BoardsJson : JsonSerializerContext;
