using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;

namespace Interactions.Functions.Agents;

/// <summary>A message as agents see one.</summary>
internal sealed record MessageView
{
    public required Direction Direction { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyList<MediaView> Media { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>The provider's name for it.</summary>
    public string? Sid { get; init; }

    /// <summary>How its text is written as an SMS; null where it is none.</summary>
    public TextEncoding? Encoding { get; init; }

    /// <summary>Into how many pieces it was or will be cut as an SMS.</summary>
    public int? Segments { get; init; }

    /// <summary>When it came, where that was long before it could be taken in.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>What the provider told besides, under its own names.</summary>
    public IReadOnlyDictionary<string, string>? Further { get; init; }

    public Location? Location { get; init; }

    public Button? Button { get; init; }

    /// <summary>Which text of the product's own it is.</summary>
    public AutomaticText? Automatic { get; init; }

    /// <summary>Somebody else than the customer, to whom it went.</summary>
    public string? To { get; init; }

    /// <summary>As whom the company wrote: a number, a name, or the SID of a Messaging Service, which chooses one.</summary>
    public string? From { get; init; }

    /// <summary>What went out in place of a text, which only the provider knows.</summary>
    public TemplateView? Template { get; init; }

    public DeliveryView? Delivery { get; init; }

    /// <param name="mediaAt">Where what is attached is had from us; null where it is not.</param>
    public static MessageView Of(InboundMessage message, DateTimeOffset? cameAt, string? mediaAt) => new()
    {
        Direction = Direction.Inbound,
        Text = message.Text,
        Media = [.. message.Media.Select((media, place) => new MediaView(media.ContentType.Length > 0 ? media.ContentType : null, mediaAt is null ? null : $"{mediaAt}/{place}"))],
        Channel = message.Channel,
        Sid = message.Sid.Value,
        Segments = message.Segments,
        ReceivedAt = cameAt,
        Further = message.Unknown.Count > 0 ? message.Unknown : null,
        Location = message.Location,
        Button = message.Button,
    };

    /// <summary>What is left of one: that it was, and how far it got.</summary>
    public static MessageView OfErased(MessageSent sent) => Of(sent, customer: null) with
    {
        Media = [.. sent.Message.Media.Select(_ => new MediaView(null, null))],
        Encoding = null,
        Segments = sent.Delivery.Segments,
        To = null,
        Delivery = DeliveryView.Of(sent.Delivery) with { MayBeResent = null },
    };

    public static MessageView Of(MessageSent sent, Address? customer)
    {
        var segments = (sent.To ?? customer) is { } address ? sent.Message.SegmentsTo(address) : null;
        return new()
        {
            Direction = Direction.Outbound,
            Text = sent.Message.Text,
            Media = [.. sent.Message.Media.Select(url => new MediaView(null, url))],
            Encoding = segments?.Encoding,

            // Zero is what it says until it has chosen a number out of several.
            Segments = segments is null ? null : sent.Delivery.Segments is > 0 and var told ? told : segments.Count,
            Automatic = sent.Automatic,
            To = sent.To?.Value,
            From = sent.From is { } from ? from.Number?.Value ?? from.Service : null,
            Template = sent.Message.Template is { } template ? new(template.Sid, template.Variables) : null,
            Sid = sent.Delivery.Sid?.Value,
            Delivery = DeliveryView.Of(sent.Delivery),
        };
    }
}

/// <summary>Something attached.</summary>
/// <param name="ContentType">What kind it is, where a customer sent it.</param>
/// <param name="Url">Where it is: a path of ours where a customer sent it, the address that was given where we did.</param>
internal sealed record MediaView(string? ContentType, string? Url);

/// <summary>A text that the provider keeps, and what stood in its gaps.</summary>
internal sealed record TemplateView(string Sid, IReadOnlyDictionary<string, string> Variables);
