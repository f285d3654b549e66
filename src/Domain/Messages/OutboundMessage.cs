using System.Collections.Immutable;
using Interactions.Domain.Values;

namespace Interactions.Domain.Messages;

/// <summary>What is to be sent to a customer.</summary>
public sealed record OutboundMessage(string Text, ImmutableArray<string> Media)
{
    /// <summary>In the provider's characters, which are those of UTF-16: what lies beyond them, as emoji do, counts as two.</summary>
    public const int LongestText = 1600;

    public const int MostMedia = 10;

    /// <summary>Goes out in place of a text.</summary>
    public Template? Template { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Media.IsEmpty && Template is null;

    public int Characters => CharactersIn(Text);

    /// <summary>As the provider counts them, by whichever way it is sent.</summary>
    public static int CharactersIn(string text) => text.Length;

    /// <summary>Null where it is not sent as an SMS: what goes to a phone number with something attached is an MMS, and other channels know no segments.</summary>
    public Segments? SegmentsTo(Address address) => address.Scheme == Address.Tel && Media.IsEmpty && Template is null ? Segments.Of(Text) : null;
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
