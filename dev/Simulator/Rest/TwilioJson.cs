using System.Text.Json.Serialization;

namespace Interactions.Simulator.Rest;

internal sealed record ErrorJson(int Code, string Message, string MoreInfo, int Status);

internal sealed record SubresourcesJson(string Media);

internal sealed record MessageJson
{
    public required string AccountSid { get; init; }

    public required string ApiVersion { get; init; }

    public required string Body { get; init; }

    public required string DateCreated { get; init; }

    public string? DateSent { get; init; }

    public required string DateUpdated { get; init; }

    public required string Direction { get; init; }

    public int? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    public string? From { get; init; }

    public string? MessagingServiceSid { get; init; }

    public required string NumMedia { get; init; }

    public required string NumSegments { get; init; }

    public string? Price { get; init; }

    public string? PriceUnit { get; init; }

    public required string Sid { get; init; }

    public required string Status { get; init; }

    public required SubresourcesJson SubresourceUris { get; init; }

    public required string To { get; init; }

    public required string Uri { get; init; }
}

internal sealed record MessagesJson(
    IReadOnlyList<MessageJson> Messages, int Page, int PageSize, int Start, int End, string Uri, string FirstPageUri, string? NextPageUri, string? PreviousPageUri);

internal sealed record MediaJson(
    string Sid, string AccountSid, string ParentSid, string ContentType, string DateCreated, string DateUpdated, string Uri);

internal sealed record MediaListJson(
    IReadOnlyList<MediaJson> MediaList, int Page, int PageSize, int Start, int End, string Uri, string FirstPageUri, string? NextPageUri, string? PreviousPageUri);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ErrorJson))]
[JsonSerializable(typeof(MessageJson))]
[JsonSerializable(typeof(MessagesJson))]
[JsonSerializable(typeof(MediaJson))]
[JsonSerializable(typeof(MediaListJson))]
internal sealed partial class TwilioJson : JsonSerializerContext;
