using System.Collections.Immutable;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Http;

namespace Interactions.Functions.Orders;

/// <summary>Says what is wrong with a message that somebody wants to have sent, as far as it shows without knowing to whom.</summary>
internal static class MessageReader
{
    public const int LongestUrl = 2000;

    public static Problem? ProblemWith(MessageDocument document)
    {
        if (document.Response is { } response && !Identifier.IsValid(response))
            return Problems.InvalidField("response", Ids.Otherwise);
        if (document is { Response: not null, Text: not null })
            return Problems.InvalidField("response", "is the text, and there is a 'text' besides");
        if (document.LastSeen < 0)
            return Problems.InvalidField("lastSeen", "has to be the number of an entry of the log");
        return ProblemWith(document, within: "")
            ?? (document is { Template: not null, Response: not null } ? OneTooMany("") : null);
    }

    /// <param name="within">What it is a part of, as in <c>message.</c></param>
    public static Problem? ProblemWith(WrittenDocument document, string within)
    {
        if (document.Media.Count > OutboundMessage.MostMedia)
            return Problems.InvalidField(within + "media", $"may have {OutboundMessage.MostMedia} entries at most");
        foreach (var (place, url) in document.Media.Index())
        {
            if (!Links.IsOne(url, LongestUrl, mustBeSecure: true))
                return Problems.InvalidField(within + "media", place, $"has to be an address with https, of at most {LongestUrl} characters");
        }

        return Texts.ProblemWithText(within + "text", document.Text, OutboundMessage.LongestText)
            ?? (document.Template is { } template ? ProblemWith(template, $"{within}template.") : null)
            ?? (document is { Template: not null, Text: not null } or { Template: not null, Media.Count: > 0 } ? OneTooMany(within) : null);
    }

    /// <param name="text">What is said, where that is not what is written there.</param>
    public static OutboundMessage MessageOf(WrittenDocument document, string? text = null) => new(text ?? document.Text ?? "", [.. document.Media.OfType<string>()])
    {
        Template = document.Template is { } template
            ? new(template.Sid!, template.Variables.ToImmutableSortedDictionary(variable => variable.Key, variable => variable.Value!, StringComparer.Ordinal))
            : null,
    };

    private static Problem? ProblemWith(TemplateDocument template, string within) =>
        ProblemWithVariables(template, within + "variables")
        ?? (template.Sid is { } sid && Template.IsSid(sid)
            ? null
            : Problems.InvalidField(within + "sid", "has to be the SID of a Content Template: HX and 32 digits from 0 to f"));

    private static Problem? ProblemWithVariables(TemplateDocument template, string field)
    {
        if (template.Variables.Count > Template.MostVariables)
            return Problems.InvalidField(field, $"may have {Template.MostVariables} entries at most");
        if (template.Variables.Keys.Any(name => name.Length is 0 or > Template.LongestName || name.Any(char.IsControl)))
            return Problems.InvalidField(field, $"may have names of one to {Template.LongestName} characters only");
        return template.Variables.Values.Contains(null)
            ? Problems.InvalidField(field, "has to hold text alone")
            : template.Variables.Values.Select(value => Texts.ProblemWithText(field, value, Template.LongestValue)).FirstOrDefault(wrong => wrong is not null);
    }

    private static Problem OneTooMany(string within) =>
        Problems.InvalidField(within + "template", "goes out in place of a text and what is attached to it, and there is one besides");
}
