namespace Interactions.Simulation.Telling;

/// <summary>Something happened that must never happen.</summary>
internal sealed class LawBrokenException(string law) : Exception(law);
