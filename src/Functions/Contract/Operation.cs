using System.Collections.Immutable;
using Interactions.Domain.Policies;
using Interactions.Functions.Http;
using Interactions.Functions.Security;

namespace Interactions.Functions.Contract;

/// <summary>One verb on one route, and everything that can come of it.</summary>
/// <param name="Name">The function's.</param>
/// <param name="Path">Below <c>/api/</c>.</param>
/// <param name="Summary">What it does, in a few words.</param>
internal sealed partial record Operation(string Name, string Verb, string Path, string Tag, string Summary)
{
    public string? Description { get; private init; }

    /// <summary>Who may ask, as the door sees it.</summary>
    public Permission Permission => Permissions.Of(Name);

    public bool TakesToken => Permission.Theirs is not (May.Anybody or May.Signed);

    public ImmutableArray<Parameter> Parameters { get; private init; } = [];

    public RequestBody? Body { get; private init; }

    public ImmutableArray<Answer> Answers { get; private init; } = [];

    /// <summary>Whether the version of what is answered is in its ETag.</summary>
    public bool GivesETag { get; private init; }

    /// <summary>Whether a newly made thing is told of in Location.</summary>
    public bool GivesLocation { get; private init; }

    public ImmutableArray<Reason> Refusals { get; private init; } = [];

    /// <summary>The route as functions write it.</summary>
    public string Route => "api/" + Path;

    public bool Takes(string parameter) => Parameters.Any(each => each.Name == parameter);

    /// <summary>What it says it is refused for, and what follows from what it takes.</summary>
    public IReadOnlyList<Reason> Reasons =>
    [
        .. Refusals.Concat(Implied()).Distinct().OrderBy(reason => reason.Status).ThenBy(reason => reason.Name, StringComparer.Ordinal),
    ];

    private IEnumerable<Reason> Implied()
    {
        if (!TakesToken)
            yield break;
        yield return Http.Reasons.Unauthorized;
        if (Enum.GetValues<Role>().Any(role => !Permission.LetsIn(role)))
            yield return Http.Reasons.Forbidden;
        yield return Http.Reasons.Unavailable;
        if (Verb != "get")
            yield return Http.Reasons.Busy;
        foreach (var reason in Parameters.SelectMany(ImpliedBy).Concat(Body is null ? [] : ImpliedBy(Body)))
            yield return reason;
    }

    private static Reason[] ImpliedBy(Parameter parameter) => (parameter.In, parameter.Name) switch
    {
        (Place.Path, _) => [Http.Reasons.InvalidId, Http.Reasons.NotFound],
        (_, Headers.IfMatch) => [Http.Reasons.InvalidParameter, Http.Reasons.PreconditionFailed],
        (_, Headers.IfNoneMatch) => [],
        (_, Headers.IdempotencyKey) => [Http.Reasons.InvalidParameter, Http.Reasons.KeyReused],
        _ => [Http.Reasons.InvalidParameter],
    };

    private static Reason[] ImpliedBy(RequestBody body) =>
    [
        Http.Reasons.MalformedJson, Http.Reasons.UnknownField, Http.Reasons.BodyTooLarge, Http.Reasons.UnsupportedMediaType,
        .. body.Shape is null ? (Reason[])[] : [Http.Reasons.InvalidField],
    ];
}
