using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Interactions.Domain.Interactions;
using Interactions.Functions.Http;

namespace Interactions.Functions.Orders;

/// <summary>Makes an order of what a client wants to have written differently (RFC 7396), or says what is wrong with it.</summary>
internal static class AmendmentReader
{
    public static bool TryRead(JsonElement patch, [NotNullWhen(true)] out Amendment? amendment, [NotNullWhen(false)] out Problem? problem)
    {
        amendment = null;
        var body = Body.Read(patch, RecordsJson.Default.AmendmentDocument);
        problem = body.Value is { } document ? ProblemWith(document, patch) : body.Problem;
        if (problem is not null)
            return false;

        amendment = AmendmentOf(body.Value!, patch);
        return true;
    }

    private static Problem? ProblemWith(AmendmentDocument document, JsonElement patch)
    {
        if (document.Outcome is null && Names(patch, "outcome"))
            return Problems.InvalidField("outcome", "has to be resolved or unresolved");
        if (document.Type is null && Names(patch, "type"))
            return Problems.InvalidField("type", "has to say how you speak");
        if (document.Priority is < -Amendment.HighestPriority or > Amendment.HighestPriority)
            return Problems.InvalidField("priority", $"has to be from {-Amendment.HighestPriority} to {Amendment.HighestPriority}");
        if (document.Language is { } language && !LanguageTag.IsOne(language))
            return Problems.InvalidField("language", LanguageTag.Otherwise);
        return Texts.ProblemWithLine("shortDescription", document.ShortDescription, Amendment.LongestShortDescription)
            ?? Texts.ProblemWithLine("disposition", document.Disposition, Amendment.LongestDisposition)
            ?? Tags.ProblemWith(document.Tags ?? []);
    }

    // What is not named stays; null takes away what can be without.
    private static Amendment AmendmentOf(AmendmentDocument document, JsonElement patch) => new()
    {
        ShortDescription = Names(patch, "shortDescription") ? document.ShortDescription ?? "" : null,
        Priority = Names(patch, "priority") ? document.Priority ?? 0 : null,
        Tags = Names(patch, "tags") ? [.. document.Tags?.OfType<string>() ?? []] : null,
        Language = Names(patch, "language") ? new(document.Language) : null,
        Disposition = Names(patch, "disposition") ? new(Texts.Said(document.Disposition)) : null,
        Outcome = document.Outcome,
        Type = document.Type,
    };

    private static bool Names(JsonElement patch, string field) => patch.TryGetProperty(field, out _);
}
