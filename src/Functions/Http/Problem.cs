using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Interactions.Domain.Consent;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Agents;
using Interactions.Functions.Storage.Json;
using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Http;

/// <summary>An answer that says what is wrong, for people and for programs (RFC 9457). What may be wrong is in <see cref="Problems"/>.</summary>
internal sealed record Problem : IResult
{
    private const string ContentType = "application/problem+json";

    // People read it, and what is quoted in it.
    private static readonly HttpJson Readable =
        new(new JsonSerializerOptions(HttpJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public required string Type { get; init; }

    public required string Title { get; init; }

    public required int Status { get; init; }

    public string? Detail { get; init; }

    /// <summary>The body's field that is wrong.</summary>
    public string? Field { get; init; }

    /// <summary>The query's parameter or the header that is wrong.</summary>
    public string? Parameter { get; init; }

    /// <summary>Which one of a list, from zero.</summary>
    public int? Index { get; init; }

    /// <summary>The user in the way.</summary>
    public string? User { get; init; }

    /// <summary>What the token is called that was issued before.</summary>
    public string? TokenId { get; init; }

    /// <summary>Everything that is wrong, where that is said at once.</summary>
    public IReadOnlyList<Fault>? Errors { get; init; }

    /// <summary>What would be left without it: <c>lines/main</c>.</summary>
    public IReadOnlyList<string>? UsedBy { get; init; }

    /// <summary>The interactions that are open with the customer.</summary>
    public IReadOnlyList<string>? Open { get; init; }

    /// <summary>How far the interaction is that somebody wanted to change; together with who has it, and who is being asked.</summary>
    public InteractionState? State { get; init; }

    public Handling? Handling { get; init; }

    public string? AssignedTo { get; init; }

    public string? OfferedTo { get; init; }

    /// <summary>Since when that is so which is in the way, and until when; and what the provider calls it.</summary>
    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }

    public int? Code { get; init; }

    /// <summary>What the interaction's log says since what was seen, the oldest first, twenty lines of it at most.</summary>
    public IReadOnlyList<LogEntryView>? News { get; init; }

    /// <summary>Whether the log goes on after them.</summary>
    public bool? HasMoreNews { get; init; }

    /// <summary>How it is known that the customer does not want to be written to.</summary>
    public ConsentView? Consent { get; init; }

    [JsonIgnore]
    public TimeSpan? RetryAfter { get; init; }

    [JsonIgnore]
    public string? Challenge { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (RetryAfter is { } pause)
            response.Headers.RetryAfter = pause.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        if (Challenge is { } challenge)
            response.Headers.WWWAuthenticate = challenge;
        return response.WriteAsJsonAsync(this, Readable.Problem, ContentType, httpContext.RequestAborted);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(UtcConverter), typeof(NameConverter<ActorKind>), typeof(NameConverter<AutomaticText>), typeof(NameConverter<Channel>),
        typeof(NameConverter<ConsentSource>), typeof(NameConverter<ConsentState>), typeof(NameConverter<DeliveryState>),
        typeof(NameConverter<Direction>), typeof(NameConverter<Handling>), typeof(NameConverter<InteractionState>),
        typeof(NameConverter<InteractionType>), typeof(NameConverter<Outcome>), typeof(NameConverter<StateReason>),
        typeof(NameConverter<TaskKind>), typeof(NameConverter<TextEncoding>),
    ])]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class HttpJson : JsonSerializerContext;
