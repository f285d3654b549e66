namespace Interactions.Functions.Webhooks;

internal static class UnprocessedReasons
{
    /// <summary>No line is configured for the number it was sent to.</summary>
    public const string NoLine = "noLine";

    /// <summary>More came from its address than anybody writes.</summary>
    public const string Flood = "flood";

    /// <summary>What is kept of it can no longer be read as a message.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>It came with files that could not be asked for, for hours. It can be taken in without them.</summary>
    public const string NoFiles = "noFiles";
}
