namespace Interactions.Functions.Hosting;

/// <summary>A setting is missing or wrong; the message says in one sentence which, and what it should be.</summary>
internal sealed class SettingException(string message, Exception? innerException = null) : Exception(message, innerException);
