namespace Interactions.Functions.Commit;

/// <summary>Others changed the same conversation every time; whoever asked may ask again.</summary>
internal sealed class ContendedException() : Exception("The conversation was changed by others at each attempt.");
