using System.Globalization;
using Interactions.Domain.Interactions;
using Interactions.Domain.Responses;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Configuration;

namespace Interactions.Functions.Console.Checks;

/// <summary>What can be wrong with a standard response: above all that it would be sent with a hole in it.</summary>
internal static class ResponseFaults
{
    public const int LongestTitle = 100;
    public const int MostQueues = 1000;
    public const int MostTags = Amendment.MostTags;

    private static readonly string Known = string.Join(", ", Placeholders.Names.Select(name => $"{{{name}}}"));

    public static IEnumerable<Reference> References(ResponseDocument response) =>
        response.Queues.Index().Select(queue => new Reference($"queues[{queue.Index}]", ConfigKind.Queues, queue.Item));

    public static IEnumerable<Fault> In(ResponseDocument response) =>
    [
        .. OfTitle(response.Title),
        .. OfText(response.Text),
        .. OfQueues(response.Queues),
        .. OfTags(response.Tags),
        .. OfShortcut(response.Shortcut),
    ];

    private static IEnumerable<Fault> OfTitle(string title)
    {
        if (string.IsNullOrWhiteSpace(title) || title.Length > LongestTitle || title.Any(char.IsControl))
            yield return new("title", string.Create(CultureInfo.InvariantCulture, $"has to be one line of 1 to {LongestTitle} characters"));
    }

    private static IEnumerable<Fault> OfText(string text) =>
    [
        .. Texts.FaultsIn(("text", text)),
        .. Template.Read(text).Faults.Select(fault => new Fault("text", fault.Name is { } name
            ? string.Create(CultureInfo.InvariantCulture, $"names {{{name}}} at character {fault.At}, and there are only {Known}")
            : string.Create(CultureInfo.InvariantCulture, $"has a brace alone at character {fault.At}: where one is meant, write it twice"))),
    ];

    private static IEnumerable<Fault> OfQueues(IReadOnlyList<string> queues)
    {
        if (queues.Count > MostQueues)
            yield return new("queues", string.Create(CultureInfo.InvariantCulture, $"may have {MostQueues} entries"));
        foreach (var fault in Repeated.FaultsIn("queues", queues))
            yield return fault;
    }

    private static IEnumerable<Fault> OfTags(IReadOnlyList<string> tags)
    {
        if (tags.Count > MostTags)
            yield return new("tags", string.Create(CultureInfo.InvariantCulture, $"may have {MostTags} entries"));
        foreach (var fault in Words.FaultsIn("tags", tags))
            yield return fault;
    }

    private static IEnumerable<Fault> OfShortcut(string? shortcut)
    {
        if (shortcut is not null && !(Words.IsWord(shortcut) && !shortcut.Any(char.IsWhiteSpace)))
            yield return new("shortcut", "has to be one word of at most 64 characters");
    }
}
