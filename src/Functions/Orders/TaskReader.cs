using System.Diagnostics.CodeAnalysis;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Http;

namespace Interactions.Functions.Orders;

/// <summary>Makes an order of what a client says about a task, or says what is wrong with it.</summary>
internal static class TaskReader
{
    public static bool TryRead(
        TaskDocument document,
        [NotNullWhen(true)] out Func<Actor, InteractionId, CreateTask>? order,
        [NotNullWhen(false)] out Problem? problem)
    {
        order = null;
        problem = ProblemWith(document);
        if (problem is null && document.Kind is { } kind)
        {
            order = (by, id) => new CreateTask(
                by, id, kind, Texts.Said(document.ShortDescription), Texts.Said(document.Description), Texts.Said(document.Reference), document.Url);
        }

        return problem is null;
    }

    private static Problem? ProblemWith(TaskDocument document)
    {
        if (document.Kind is null)
            return Problems.InvalidField("kind", "has to be incident, case or request");

        // It is shown as something to click on: nothing else may be behind it.
        if (document.Url is { } url && !Links.IsOne(url, RelatedTask.LongestUrl))
            return Problems.InvalidField("url", $"has to be an address with http or https, of at most {RelatedTask.LongestUrl} characters");
        return Texts.ProblemWithLine("shortDescription", document.ShortDescription, Amendment.LongestShortDescription)
            ?? Texts.ProblemWithText("description", document.Description, RelatedTask.LongestDescription)
            ?? Texts.ProblemWithLine("reference", document.Reference, RelatedTask.LongestReference);
    }
}
