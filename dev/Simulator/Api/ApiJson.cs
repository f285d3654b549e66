using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interactions.Simulator.Api;

internal sealed record Error(string Message)
{
    [JsonPropertyName("error")]
    public string Message { get; } = Message;
}

internal sealed record Media(string Url, string? ContentType);

/// <summary>A message as the page shows it.</summary>
internal sealed record Shown(
    string Sid,
    string Direction,
    string Phone,
    string? Number,
    string Body,
    IReadOnlyList<Media> Media,
    string Status,
    int? ErrorCode,
    DateTimeOffset CreatedAt,
    string? MessagingServiceSid,
    string? StatusCallback);

internal sealed record Phone(string Number, IReadOnlyList<string> OptedOutOf);

internal sealed record Number(string Address, string? MessagingServiceSid = null);

internal sealed record Rule
{
    public required ChaosKind Kind { get; init; }

    public double? Probability { get; init; }

    public int? Count { get; init; }

    public RequestKind? On { get; init; }

    public string? To { get; init; }

    public string? BodyContains { get; init; }

    public int? Code { get; init; }

    public string? Status { get; init; }

    public double? DelaySeconds { get; init; }

    public int? Times { get; init; }
}

internal sealed record ChaosState(IReadOnlyList<Rule?> Rules, int? Seed = null);

internal sealed record Setup(IReadOnlyList<Phone> Phones, IReadOnlyList<Number> Numbers, ChaosState Chaos);

internal sealed record Everything(Setup Setup, IReadOnlyList<Shown> Messages);

internal sealed record NewPhone(string? Number = null);

internal sealed record Attachment(string ContentType, string Content);

internal sealed record Text(string To, string? Body = null, IReadOnlyList<Attachment?>? Media = null);

internal sealed record Webhook(int Status, string Body, bool ByFallback);

internal sealed record Texted(string Sid, Webhook Webhook);

internal sealed record OptOut(string Sender, bool OptedOut);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(ChaosKindNames), typeof(RequestKindNames)])]
[JsonSerializable(typeof(ChaosState))]
[JsonSerializable(typeof(Error))]
[JsonSerializable(typeof(Everything))]
[JsonSerializable(typeof(NewPhone))]
[JsonSerializable(typeof(Number))]
[JsonSerializable(typeof(OptOut))]
[JsonSerializable(typeof(Phone))]
[JsonSerializable(typeof(Setup))]
[JsonSerializable(typeof(Shown))]
[JsonSerializable(typeof(Text))]
[JsonSerializable(typeof(Texted))]
[JsonSerializable(typeof(IReadOnlyList<Number>))]
[JsonSerializable(typeof(IReadOnlyList<Phone>))]
[JsonSerializable(typeof(IReadOnlyList<Shown>))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>With every character as it is: this is never put into a page's markup.</summary>
    public static ApiJson Plain =>
        field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

internal sealed class ChaosKindNames() : JsonStringEnumConverter<ChaosKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

internal sealed class RequestKindNames() : JsonStringEnumConverter<RequestKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
