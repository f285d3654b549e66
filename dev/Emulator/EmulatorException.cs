namespace Interactions.Emulator;

/// <summary>The emulator cannot run; the message says in one sentence what to do about it.</summary>
public sealed class EmulatorException(string message, Exception? innerException = null) : Exception(message, innerException);
