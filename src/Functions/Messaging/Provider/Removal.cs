namespace Interactions.Functions.Messaging.Provider;

/// <summary>What came of having the provider forget a message.</summary>
internal enum Removal
{
    /// <summary>It does not have it, or not any more.</summary>
    Gone,

    /// <summary>It parts with it only later.</summary>
    NotYet,

    /// <summary>It could not be asked.</summary>
    Away,
}
