namespace Interactions.Functions.Storage.Configuration;

/// <summary>One configured thing, as JSON.</summary>
internal sealed record ConfigRow(string Kind, string Id, string Json);
