using System.Text.Json.Serialization;

namespace Interactions.Functions.Agents;

/// <summary>A part of a conversation that is read backwards.</summary>
/// <param name="Before">Where the next part begins; null where this is the last.</param>
internal sealed record LogPage(
    IReadOnlyList<LogEntryView> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? Before);
