namespace Interactions.Functions.Messaging;

/// <summary>The bus did not take a message, or did not say so; nothing was stored that relied on it.</summary>
internal sealed class BusUnavailableException(Exception innerException) : Exception("The bus cannot be reached.", innerException);
