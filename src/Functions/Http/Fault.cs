namespace Interactions.Functions.Http;

/// <summary>One of the things that are wrong with a body.</summary>
/// <param name="Field">Where: <c>week[0].to</c>.</param>
/// <param name="Reason">Why, as a sentence that goes on from the field: <c>ends before it begins</c>.</param>
internal sealed record Fault(string Field, string Reason);
