using Interactions.Domain.Consent;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;

namespace Interactions.Domain.Tests.Consent;

public sealed class When_a_message_is_read_for_consent
{
    [Theory]
    [InlineData("STOP", ConsentWord.Stop)]
    [InlineData("STOPALL", ConsentWord.Stop)]
    [InlineData("UNSUBSCRIBE", ConsentWord.Stop)]
    [InlineData("END", ConsentWord.Stop)]
    [InlineData("QUIT", ConsentWord.Stop)]
    [InlineData("CANCEL", ConsentWord.Stop)]
    [InlineData("REVOKE", ConsentWord.Stop)]
    [InlineData("OPTOUT", ConsentWord.Stop)]
    [InlineData("OPT OUT", ConsentWord.Stop)]
    [InlineData("START", ConsentWord.Start)]
    [InlineData("UNSTOP", ConsentWord.Start)]
    [InlineData("YES", ConsentWord.Start)]
    [InlineData("HELP", ConsentWord.Help)]
    [InlineData("INFO", ConsentWord.Help)]
    public void The_whole_body_is_one_of_the_words_however_it_is_written(string word, ConsentWord expected)
    {
        foreach (var text in new[] { word, Lower(word), Capital(word), $"  {word}\r\n", $"\t{Lower(word)} " })
            Assert.Equal(expected, ConsentWords.In(Message(text)));
        foreach (var text in new[] { $"{word}.", $"please {word}", $"{word} it", $"{word}{word}", $"\"{word}\"" })
            Assert.Null(ConsentWords.In(Message(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("opt  out")]
    [InlineData("opt-out")]
    [InlineData("St\u00f6p")]
    [InlineData("no")]
    [InlineData("\u0441top")]
    public void Anything_else_says_nothing(string text) => Assert.Null(ConsentWords.In(Message(text)));

    [Fact]
    public void What_the_provider_took_it_for_wins()
    {
        Assert.Equal(ConsentWord.Start, ConsentWords.In(Message("STOP", ConsentWord.Start)));
        Assert.Equal(ConsentWord.Stop, ConsentWords.In(Message("Arr\u00eat", ConsentWord.Stop)));
        Assert.Equal(ConsentSource.Provider, ConsentWords.SourceOf(Message("STOP", ConsentWord.Stop)));
        Assert.Equal(ConsentSource.Keyword, ConsentWords.SourceOf(Message("STOP")));
    }

#pragma warning disable CA1308 // it is what a person types
    private static string Lower(string word) => word.ToLowerInvariant();
#pragma warning restore CA1308

    private static string Capital(string word) => word[..1] + Lower(word[1..]);

    private static InboundMessage Message(string text, ConsentWord? optOutType = null) =>
        Given.Nothing().Message(text, optOutType: optOutType).Message;
}
