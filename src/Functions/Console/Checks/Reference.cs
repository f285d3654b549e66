namespace Interactions.Functions.Console.Checks;

/// <summary>That something configured names something else, which has to be there as long.</summary>
/// <param name="Field">Where it is named: <c>members[2]</c>.</param>
/// <param name="Id">As it was written, which may be anything.</param>
internal sealed record Reference(string Field, string Kind, string? Id);
