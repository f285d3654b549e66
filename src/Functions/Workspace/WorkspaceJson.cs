using System.Text.Json.Serialization;

namespace Interactions.Functions.Workspace;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WorkspaceSettings))]
internal sealed partial class WorkspaceJson : JsonSerializerContext;
