using System.Text.Json.Serialization;
using Interactions.Domain.Messages;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Orders;

/// <summary>What somebody is about to send.</summary>
internal sealed class DraftDocument
{
    public string? Text { get; set; }

    /// <summary>By which way it would go: an interaction's own channel will do. Anything but WhatsApp goes to a phone number.</summary>
    public Channel? Channel { get; set; }

    /// <summary>Whether something is attached.</summary>
    public bool HasMedia { get; set; }
}

/// <summary>How long a text is, and what it takes to send it.</summary>
internal sealed record CountView
{
    private const int MostShown = 50;

    /// <summary>As the provider counts them: an emoji is two at least.</summary>
    public required int Characters { get; init; }

    /// <summary>How many may be sent at once.</summary>
    public required int Longest { get; init; }

    /// <summary>Null where it is no SMS; so are the two that follow.</summary>
    public required TextEncoding? Encoding { get; init; }

    /// <summary>Into how many pieces it is cut; each is paid for.</summary>
    public required int? Segments { get; init; }

    /// <summary>What still fits into the last of them; a few characters take two units.</summary>
    public required int? UnitsLeft { get; init; }

    /// <summary>Each character for which it is written in UCS-2, in the order in which they come, the first fifty of them.</summary>
    public required IReadOnlyList<string> Ucs2Characters { get; init; }

    public static CountView Of(DraftDocument draft)
    {
        var text = draft.Text ?? "";
        var segments = draft is { Channel: Channel.WhatsApp } or { HasMedia: true } ? null : Domain.Messages.Segments.Of(text);
        return new()
        {
            Characters = OutboundMessage.CharactersIn(text),
            Longest = OutboundMessage.LongestText,
            Encoding = segments?.Encoding,
            Segments = segments?.Count,
            UnitsLeft = segments?.UnitsLeft,
            Ucs2Characters = segments is null ? [] : BeyondGsm(text),
        };
    }

    private static IReadOnlyList<string> BeyondGsm(string text) =>
        [.. text.EnumerateRunes().Where(rune => !GsmAlphabet.Has(rune)).Select(rune => rune.ToString()).Distinct(StringComparer.Ordinal).Take(MostShown)];
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    Converters = [typeof(NameConverter<Channel>), typeof(NameConverter<TextEncoding>)])]
[JsonSerializable(typeof(DraftDocument))]
[JsonSerializable(typeof(CountView))]
internal sealed partial class CountingJson : JsonSerializerContext;
