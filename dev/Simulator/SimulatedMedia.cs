namespace Interactions.Simulator;

/// <summary>A picture or another file that a phone sends.</summary>
public sealed record SimulatedMedia(string ContentType, ReadOnlyMemory<byte> Content);
