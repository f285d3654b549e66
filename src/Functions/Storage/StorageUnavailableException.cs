namespace Interactions.Functions.Storage;

/// <summary>Storage is away, or did not say what it did. Whatever was asked may be asked again later, by who looks first.</summary>
internal sealed class StorageUnavailableException(Exception? innerException = null)
    : Exception("Storage is not available, or did not say what it did.", innerException);
