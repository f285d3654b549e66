namespace Interactions.Functions.Http;

/// <summary>Every reason for which a request is refused. What <see cref="Problems"/> says of one is in its words; a test holds both together.</summary>
internal static partial class Reasons
{
    public static readonly Reason MalformedJson = new(
        "malformed-json", 400, "The body is not a JSON object in UTF-8, or names a field twice.", "Mend the body; `detail` says where it cannot be read.");

    public static readonly Reason UnknownField = new(
        "unknown-field", 400, "The body has a field that is not known.", "Look for a slip in the name in `field`. Case matters.");

    public static readonly Reason InvalidField = new(
        "invalid-field", 400, "A field of the body is missing, of another type, or beyond its limits.", "Mend what `field` names; `detail` says what it has to be like.");

    public static readonly Reason InvalidConfiguration = new(
        "invalid-configuration", 400, "What is to be configured does not hold together.", "Mend everything that `errors` names. Nothing was changed.");

    public static readonly Reason InvalidParameter = new(
        "invalid-parameter", 400, "A parameter of the query, or a header, is wrong.", "Mend what `parameter` names.");

    public static readonly Reason InvalidId = new(
        "invalid-id", 400, "What stands in the path cannot be an id of that kind.", "Send an id as it was answered here.");

    public static readonly Reason Unauthorized = new(
        "unauthorized", 401, "There is no valid token.", "Send a valid one: `Authorization: Bearer <token>`.");

    public static readonly Reason Forbidden = new(
        "forbidden", 403, "It takes another role.", "Ask somebody who has it.");

    public static readonly Reason NotFound = new(
        "not-found", 404, "There is no such thing, or none that you may see. Where the body names it, `field` says where.", "Look for it in its list.");

    public static readonly Reason AddressInUse = new(
        "address-in-use", 409, "The address in `field` belongs to the user in `user`.", "Set `shareAddresses` to true where several users share it.");

    public static readonly Reason UserExists = new(
        "user-exists", 409, "There is a user by that id, who was created with other values.", "Choose another id, or change that user.");

    public static readonly Reason TokenIssued = new(
        "token-issued", 409, "A token was issued to the request with that key already, and is shown once.", "Revoke the one in `tokenId`, and ask for another.");

    public static readonly Reason InUse = new(
        "in-use", 409, "What is to be removed is still used.", "Change what `usedBy` names first.");

    public static readonly Reason StillUnprocessed = new(
        "still-unprocessed", 409, "The message cannot be taken in yet.", "Mend the reason that `detail` names, and replay it again.");

    public static readonly Reason PreconditionFailed = new(
        "precondition-failed", 412, "It is not the version that `If-Match` names any more.", "Read it again, and decide again.");

    public static readonly Reason BodyTooLarge = new(
        "body-too-large", 413, "The body is larger than what is read.", "Send less.");

    public static readonly Reason UnsupportedMediaType = new(
        "unsupported-media-type", 415, "The body does not say that it is JSON in UTF-8.", "Send `Content-Type: application/json`.");

    public static readonly Reason KeyReused = new(
        "idempotency-key-reused", 422, "The `Idempotency-Key` came with another body before.", "Use a key for one request, and the same body each time it is sent.");

    public static readonly Reason PreconditionRequired = new(
        "precondition-required", 428, "It is there already, and nobody said which version is meant.", "Read it, and send its `ETag` as `If-Match`.");

    public static readonly Reason MediaRefused = new(
        "media-refused", 502, "What is attached does not lie where the provider keeps media, or is larger than 16 MiB.", "Ask the customer to send it in another way; the app's own log says why.");

    public static readonly Reason MediaUnavailable = new(
        "media-unavailable", 503, "The provider does not hand out now what is attached.", "Try again after `Retry-After` seconds.");

    public static readonly Reason Busy = new(
        "busy", 503, "Too many others change the same thing.", "Try again after `Retry-After` seconds; twice does no harm.");

    public static readonly Reason Unavailable = new(
        "unavailable", 503, "Storage, the bus or the sign-in service cannot be reached.", "Try again after `Retry-After` seconds; twice does no harm.");

    // Which part of this class comes first nobody says, so that all of it has to be there before.
    private static readonly Lazy<IReadOnlyList<Reason>> Listed = new(() =>
    [
        .. typeof(Reasons).GetFields()
            .Select(field => field.GetValue(null)).OfType<Reason>()
            .OrderBy(reason => reason.Status).ThenBy(reason => reason.Name, StringComparer.Ordinal),
    ]);

    /// <summary>In the order of their statuses, and by name among those of one.</summary>
    public static IReadOnlyList<Reason> All => Listed.Value;
}
