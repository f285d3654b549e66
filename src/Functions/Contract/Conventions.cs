namespace Interactions.Functions.Contract;

/// <summary>What is so everywhere, as the document begins.</summary>
internal static class Conventions
{
    public const string Text = """
        Customer service over text messages. Bodies are JSON in UTF-8, field names are camelCase, moments are UTC in ISO 8601, lengths of time are seconds.

        A body may have no field that is not known, and none twice; at most 64 KiB are read where nothing else is said. Every GET answers HEAD too.

        A list is answered in parts: `limit` says how many at most, and `cursor` of one part where the next begins; null where there is none.

        `ETag` is the version of what is answered. With `If-Match` a change is made only if it is still that version; where `If-None-Match` is taken, whoever has that version is told so (304) and nothing else. A POST that takes an `Idempotency-Key` may be sent again with the same key: it is done once.

        Errors are `application/problem+json`; programs go by `type`, which begins with `urn:interactions:`. A path or a verb that nothing answers gets 404 from the host, with no body.
        """;
}
