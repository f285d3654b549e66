using System.Collections.Immutable;
using Interactions.Domain.Consent;
using Interactions.Domain.Values;

namespace Interactions.Domain.Messages;

/// <summary>What a customer sent, complete: nothing the provider told about it is dropped.</summary>
public sealed record InboundMessage
{
    public required MessageSid Sid { get; init; }

    public required Address From { get; init; }

    /// <summary>The company's side, as the provider named it.</summary>
    public required Address To { get; init; }

    public required Channel Channel { get; init; }

    public string Text { get; init; } = "";

    public ImmutableArray<Media> Media { get; init; } = [];

    public int Segments { get; init; } = 1;

    public Location? Location { get; init; }

    public Button? Button { get; init; }

    /// <summary>The name a customer gave to the channel, where it tells one.</summary>
    public string? ProfileName { get; init; }

    /// <summary>What the provider itself took the message for, and has answered.</summary>
    public ConsentWord? OptOutType { get; init; }

    /// <summary>Parameters nobody here knows by name, as they came.</summary>
    public ImmutableSortedDictionary<string, string> Unknown { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}

/// <summary>A picture, a document, a recording: where the provider keeps it.</summary>
public sealed record Media(string Url, string ContentType);

public sealed record Location(string Latitude, string Longitude, string? Label, string? Address);

/// <summary>The button a customer pressed, and what the company had put behind it.</summary>
public sealed record Button(string Text, string? Payload);
