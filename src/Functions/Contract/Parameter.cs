using System.Text.Json.Nodes;

namespace Interactions.Functions.Contract;

internal enum Place
{
    Path,
    Query,
    Header,
}

/// <summary>Something that a request says besides its body.</summary>
internal sealed record Parameter(string Name, Place In, string Description, JsonObject Schema, string? Example = null);
