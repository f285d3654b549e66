namespace Interactions.Functions.Security.Entra;

/// <summary>The directory cannot be asked for its keys, so nobody knows whether a token is good.</summary>
internal sealed class EntraUnavailableException(Exception? innerException = null)
    : Exception("The keys of Entra ID cannot be had.", innerException);
