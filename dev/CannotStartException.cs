namespace Interactions.Dev;

/// <summary>The local run cannot start; the message says in one sentence what to do about it.</summary>
internal sealed class CannotStartException(string message, Exception? innerException = null) : Exception(message, innerException);
