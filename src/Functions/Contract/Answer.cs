using System.Text.Json.Nodes;

namespace Interactions.Functions.Contract;

/// <summary>How a request may be answered that is not refused with a problem.</summary>
/// <param name="Shape">Null where there is no body.</param>
internal sealed record Answer(int Status, string Description, Shape? Shape, string? MediaType, JsonNode? Example)
{
    /// <summary>The same as text of another type, for whoever asks for that; null where there is none.</summary>
    public (string MediaType, string Example)? Or { get; init; }
}

/// <summary>What a request says.</summary>
/// <param name="Shape">Null where nothing is to be said: no body, or an empty object.</param>
/// <param name="Largest">More bytes are not read.</param>
internal sealed record RequestBody(Shape? Shape, string MediaType, JsonNode Example, int Largest)
{
    /// <summary>Whether no body is as good as an empty object.</summary>
    public bool MayBeMissing { get; init; } = Shape is null;
}
