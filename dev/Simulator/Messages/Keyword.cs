using System.Collections.Frozen;

namespace Interactions.Simulator.Messages;

/// <summary>A text that is nothing but one of the words that Twilio answers itself.</summary>
internal sealed record Keyword(string Type, string Answer)
{
    public const string Stop = "STOP";
    public const string Start = "START";
    public const string Help = "HELP";

    private static readonly FrozenDictionary<string, Keyword> Words = All().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static Keyword? In(string body) => Words.GetValueOrDefault(body.Trim());

    private static IEnumerable<KeyValuePair<string, Keyword>> All()
    {
        var stop = new Keyword(Stop, "You will get no more messages from this number. Reply START to get them again.");
        var start = new Keyword(Start, "You will get messages from this number again. Reply HELP for help, STOP to stop.");
        var help = new Keyword(Help, "Reply STOP to get no more messages. Message and data rates may apply.");
        foreach (var word in (string[])["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"])
            yield return new(word, stop);
        foreach (var word in (string[])["START", "YES", "UNSTOP"])
            yield return new(word, start);
        foreach (var word in (string[])["HELP", "INFO"])
            yield return new(word, help);
    }
}
