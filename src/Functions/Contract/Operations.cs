using System.Collections.Immutable;
using Interactions.Functions.Agents;
using Interactions.Functions.Http;

namespace Interactions.Functions.Contract;

/// <summary>
/// Everything that can be asked over HTTP, once: the document, the page for people and the tests are made of it.
/// <para>
/// A new function gets a row in the part of its area, in one statement: its name, its path below <c>/api/</c>, what it does; then what
/// it <c>Reads</c> (by the <c>JsonTypeInfo</c> that it reads with), what it <c>Gives</c> (the same, and an example), whether it
/// <c>TakesIfMatch</c>, <c>TakesKey</c>, <c>TakesQuery</c>, is <c>Listed</c>, answers <c>WithETag</c>, <c>WithLocation</c> or <c>OrNothingNew</c>, and what
/// it is <c>RefusedFor</c>. An order about an interaction is an <c>Order</c>, which knows all that orders have in common.
/// </para>
/// <para>
/// What follows is not said: a token brings 401, 403 and 503, a path's id 400 and 404, a body 400, 413 and 415, If-Match 400 and 412,
/// an Idempotency-Key 400 and 422. New fields of a body get their limits in <see cref="Fields"/>, a new kind of id in a path its line in
/// <see cref="PathParameters"/>, a new reason its words in <see cref="Reasons"/>. Whoever forgets one of these is told by a test.
/// </para>
/// </summary>
internal static partial class Operations
{
    public static ImmutableArray<Operation> All { get; } =
    [
        .. Me(), .. Orders(), .. Work(), .. Beginnings(), .. Records(), .. Reads(), .. Privacy(), .. Directory(), .. Queues(), .. Reports(),
        .. Configuration(), .. Tokens(), .. Trials(), .. Unprocessed(), .. DeadLetters(), .. Webhooks(), .. Health(), .. Documents(),
    ];

    private static Operation Get(string name, string path, string tag, string summary) => Of(name, "get", path, tag, summary);

    private static Operation Post(string name, string path, string tag, string summary) => Of(name, "post", path, tag, summary);

    private static Operation Put(string name, string path, string tag, string summary) => Of(name, "put", path, tag, summary);

    private static Operation Patch(string name, string path, string tag, string summary) => Of(name, "patch", path, tag, summary);

    private static Operation Delete(string name, string path, string tag, string summary) => Of(name, "delete", path, tag, summary);

    /// <summary>Something that is done with one interaction, and answered with its record.</summary>
    private static Operation Order(string name, string action, string summary) =>
        Post(name, $"interactions/{{id}}/{action}", Tags.Interactions, summary)
            .TakesIfMatch()
            .TakesKey()
            .Gives(AgentsJson.Default.InteractionView, Examples.Interaction, description: "The record as it is then.")
            .WithETag()
            .RefusedFor(Reasons.Closed, Reasons.Erased);

    private static Operation Of(string name, string verb, string path, string tag, string summary) =>
        new Operation(name, verb, path, tag, summary).With(PathParameters.In(path));
}
