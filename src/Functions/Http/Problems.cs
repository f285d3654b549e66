using Interactions.Domain.Values;
using Interactions.Functions.Storage.Tokens;

namespace Interactions.Functions.Http;

/// <summary>Everything that can be wrong with a request. There are no other reasons.</summary>
internal static partial class Problems
{
    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(2);

    public static Problem MalformedJson(string detail) => Of(400, "malformed-json", "The body is not JSON.", detail);

    public static Problem UnknownField(string field) =>
        Of(400, "unknown-field", "The body has a field that is not known.", $"There is no field '{field}'.") with { Field = field };

    public static Problem InvalidField(string field, string why) =>
        Of(400, "invalid-field", "A field of the body is wrong.", $"'{field}' {why}.") with { Field = field };

    public static Problem InvalidField(string field, int index, string why) =>
        Of(400, "invalid-field", "A field of the body is wrong.", $"'{field}[{index}]' {why}.") with { Field = field, Index = index };

    public static Problem InvalidConfiguration(IReadOnlyList<Fault> faults)
    {
        var problem = Of(400, "invalid-configuration", "This cannot be configured.", "Nothing was changed; 'errors' names everything that is wrong.");
        return problem with { Errors = faults };
    }

    public static Problem InvalidParameter(string parameter, string why) =>
        Of(400, "invalid-parameter", "A parameter is wrong.", $"'{parameter}' {why}.") with { Parameter = parameter };

    public static Problem InvalidId(string what) => Of(400, "invalid-id", "This is not an id.", $"What was asked for cannot be the id of {what}.");

    public static Problem Unauthorized() =>
        Of(401, "unauthorized", "Say who you are.", "Send a valid token: Authorization: Bearer <token>.") with { Challenge = "Bearer" };

    public static Problem InvalidToken() =>
        Of(401, "unauthorized", "Say who you are.", "The token is not valid.") with { Challenge = "Bearer error=\"invalid_token\"" };

    public static Problem Forbidden() => Of(403, "forbidden", "This is not yours to do.", "It takes another role.");

    public static Problem NotFound(string what) => Of(404, "not-found", "There is no such thing.", $"There is no {what} by that id.");

    /// <summary>What a field of the body names is not there.</summary>
    public static Problem NotFound(string what, string field) => NotFound(what) with { Field = field };

    public static Problem AddressInUse(int index, UserId user)
    {
        var problem = Of(
            409, "address-in-use", "The address belongs to another user.", "Set 'shareAddresses' to true where several users share it.");
        return problem with { Field = "addresses", Index = index, User = user.Value };
    }

    public static Problem UserExists(UserId user) =>
        Of(409, "user-exists", "There is a user by that id.", "It was created with other values.") with { User = user.Value };

    /// <summary>A secret is shown once, so whoever asks again with the same key is told which one they have.</summary>
    public static Problem TokenIssued(TokenId token)
    {
        var problem = Of(409, "token-issued", "It was issued already.", "A token is shown once. If the answer got lost, revoke it and ask for another.");
        return problem with { TokenId = token.Value };
    }

    public static Problem InUse(IReadOnlyList<string> users) =>
        Of(409, "in-use", "It is still used.", $"It is used by {string.Join(", ", users)}.") with { UsedBy = users };

    public static Problem StillUnprocessed(string reason) =>
        Of(409, "still-unprocessed", "It cannot be taken in yet.", $"The reason is still there: {reason}.");

    public static Problem PreconditionFailed() =>
        Of(412, "precondition-failed", "It changed in the meantime.", "It is not what If-Match names any more: read it again.");

    public static Problem PreconditionRequired() =>
        Of(428, "precondition-required", "Say which version you mean.", "It is there already: read it, and send its ETag as If-Match.");

    public static Problem BodyTooLarge(int limit) =>
        Of(413, "body-too-large", "The body is too large.", $"No more than {limit} bytes are read.");

    public static Problem UnsupportedMediaType() =>
        Of(415, "unsupported-media-type", "The body has to be JSON.", "Send Content-Type: application/json, in UTF-8.");

    public static Problem KeyReused() =>
        Of(422, "idempotency-key-reused", "The key was used before.", "Idempotency-Key came with another body the first time.");

    /// <summary>Too many others changed the same thing at once.</summary>
    public static Problem Busy() =>
        Of(503, "busy", "Others are changing the same thing.", "Nothing was lost; try again.") with { RetryAfter = SoonAgain };

    public static Problem Unavailable() =>
        Of(503, "unavailable", "Storage, the bus or the sign-in service cannot be reached.", "Try again; the same request twice does no harm.") with { RetryAfter = SoonAgain };

    /// <summary>What somebody attached is not where it should be, or is not as it may be.</summary>
    public static Problem MediaRefused() =>
        Of(502, "media-refused", "It is not passed on.", "It is not where the provider keeps media, or it is too large.");

    public static Problem MediaUnavailable() =>
        Of(503, "media-unavailable", "It cannot be had now.", "The provider, who keeps it, does not hand it out. Try again.") with { RetryAfter = SoonAgain };

    private static Problem Of(int status, string reason, string title, string detail) =>
        new() { Type = $"urn:interactions:{reason}", Title = title, Status = status, Detail = detail };
}
