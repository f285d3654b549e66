using System.Collections.Immutable;

namespace Interactions.Simulator;

/// <summary>A message that the simulator accepted or delivered, as it stands now.</summary>
public sealed record SimulatedMessage
{
    public required string Sid { get; init; }

    /// <summary><c>outbound-api</c>, <c>outbound-reply</c> or <c>inbound</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>Nothing while a Messaging Service has not chosen yet.</summary>
    public required string? From { get; init; }

    public required string To { get; init; }

    public required string Body { get; init; }

    public ImmutableArray<string> MediaUrls { get; init; } = [];

    public required string Status { get; init; }

    public int? ErrorCode { get; init; }

    public string? MessagingServiceSid { get; init; }

    public string? StatusCallback { get; init; }

    public required DateTimeOffset DateCreated { get; init; }

    public required DateTimeOffset DateUpdated { get; init; }

    public DateTimeOffset? DateSent { get; init; }

    public bool IsInbound => Direction == Directions.Inbound;

    /// <summary>The customer's side of it.</summary>
    public string Phone => IsInbound ? From! : To;

    internal ImmutableArray<string> MediaSids { get; init; } = [];

    internal bool IsWhatsApp => To.StartsWith("whatsapp:", StringComparison.Ordinal);
}
