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
        if (document.Media.Count > OutboundMessage.MostMedia)
            return Problems.InvalidField("media", $"may have {OutboundMessage.MostMedia} entries at most");
        foreach (var (place, url) in document.Media.Index())
        {
            if (!Links.IsOne(url, LongestUrl, mustBeSecure: true))
                return Problems.InvalidField("media", place, $"has to be an address with https, of at most {LongestUrl} characters");
        }

        return Texts.ProblemWithText("text", document.Text, OutboundMessage.LongestText);
    }
}
