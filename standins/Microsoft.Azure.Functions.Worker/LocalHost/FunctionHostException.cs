namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>The functions cannot be served as they are written or configured; the message says why in one sentence.</summary>
public sealed class FunctionHostException(string message, Exception? innerException = null) : Exception(message, innerException);
