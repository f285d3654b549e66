using System.Collections.Frozen;
using Interactions.Domain.Messages;

namespace Interactions.Domain.Consent;

/// <summary>Reads consent out of a message: the provider's own reading wins, otherwise the whole body has to be one of the words.</summary>
public static class ConsentWords
{
    private static readonly FrozenDictionary<string, ConsentWord> Words = new Dictionary<string, ConsentWord>(StringComparer.OrdinalIgnoreCase)
    {
        ["STOP"] = ConsentWord.Stop,
        ["STOPALL"] = ConsentWord.Stop,
        ["UNSUBSCRIBE"] = ConsentWord.Stop,
        ["END"] = ConsentWord.Stop,
        ["QUIT"] = ConsentWord.Stop,
        ["CANCEL"] = ConsentWord.Stop,
        ["REVOKE"] = ConsentWord.Stop,
        ["OPTOUT"] = ConsentWord.Stop,
        ["OPT OUT"] = ConsentWord.Stop,
        ["START"] = ConsentWord.Start,
        ["UNSTOP"] = ConsentWord.Start,
        ["YES"] = ConsentWord.Start,
        ["HELP"] = ConsentWord.Help,
        ["INFO"] = ConsentWord.Help,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static ConsentWord? In(InboundMessage message) =>
        message.OptOutType ?? (Words.TryGetValue(message.Text.Trim(), out var word) ? word : null);

    public static ConsentSource SourceOf(InboundMessage message) =>
        message.OptOutType is null ? ConsentSource.Keyword : ConsentSource.Provider;
}
