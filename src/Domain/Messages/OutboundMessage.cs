using System.Collections.Immutable;

namespace Interactions.Domain.Messages;

/// <summary>What is to be sent to a customer.</summary>
public sealed record OutboundMessage(string Text, ImmutableArray<string> Media)
{
    public const int LongestText = 1600;
    public const int MostMedia = 10;

    /// <summary>Goes out in place of a text.</summary>
    public Template? Template { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Media.IsEmpty && Template is null;
}

/// <summary>Texts that the product sends by itself, each at most once per interaction.</summary>
public enum AutomaticText
{
    Greeting,
    OutOfHours,
    Help,
    Abandoned,
    Nudge,
    HandedOver,
}
