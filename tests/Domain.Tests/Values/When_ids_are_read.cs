using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Values;

public sealed class When_ids_are_read
{
    private const string Profile = "abcdefghijklmnopqrst";

    [Theory]
    [InlineData(Profile + ".1", 1)]
    [InlineData(Profile + ".2147483647", int.MaxValue)]
    public void An_interaction_says_where_it_is_stored(string text, int ordinal)
    {
        var id = InteractionId.Parse(text);

        Assert.Equal((Profile, ordinal, text), (id.Profile.Value, id.Ordinal, id.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(Profile)]
    [InlineData(Profile + ".")]
    [InlineData(Profile + ".0")]
    [InlineData(Profile + ".01")]
    [InlineData(Profile + ".-1")]
    [InlineData(Profile + ".+1")]
    [InlineData(Profile + ". 1")]
    [InlineData(Profile + ".1.1")]
    [InlineData(Profile + ".2147483648")]
    [InlineData("." + Profile)]
    [InlineData("nobody.1")]
    public void Nothing_else_is_an_interaction(string? text)
    {
        Assert.False(InteractionId.TryParse(text, null, out _));
        Assert.Throws<FormatException>(() => InteractionId.Parse(text!));
    }

    [Theory]
    [InlineData(1, "IMS0000001")]
    [InlineData(9_999_999, "IMS9999999")]
    [InlineData(10_000_000, "IMS10000000")]
    [InlineData(123_456_789_012_345_678, "IMS123456789012345678")]
    public void A_number_has_seven_digits_or_more(long value, string text)
    {
        Assert.Equal(text, new InteractionNumber(value).ToString());
        Assert.Equal(new InteractionNumber(value), InteractionNumber.Parse(text));
        Assert.Equal(new InteractionNumber(value), InteractionNumber.Parse(Lower(text)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("IMS")]
    [InlineData("IMS000001")]
    [InlineData("IMS00000001")]
    [InlineData("IMS0000000")]
    [InlineData("IMS-000001")]
    [InlineData("IMS 0000001")]
    [InlineData("IMX0000001")]
    [InlineData("0000001IMS")]
    [InlineData("IMS0000001 ")]
    [InlineData("IMS1234567890123456789")]
    public void Nothing_else_is_a_number(string? text)
    {
        Assert.False(InteractionNumber.TryParse(text, null, out _));
        Assert.Throws<FormatException>(() => InteractionNumber.Parse(text!));
    }

    [Fact]
    public void Numbers_are_in_order()
    {
        var (one, two) = (new InteractionNumber(9_999_999), new InteractionNumber(10_000_000));

        Assert.True(one < two && one <= two && two > one && two >= one && one.CompareTo(two) < 0);
        Assert.False(two < one || two <= one || one > two || one >= two);
    }

    [Theory]
    [InlineData("SM0123456789abcdef0123456789ABCDEF", true)]
    [InlineData("x", true)]
    [InlineData("", false)]
    [InlineData("SM 1", false)]
    [InlineData("SM/1", false)]
    [InlineData("SM\u00e9", false)]
    [InlineData(null, false)]
    public void A_message_sid_is_letters_and_digits(string? text, bool isOne)
    {
        Assert.Equal(isOne, MessageSid.TryParse(text, null, out var sid));
        Assert.Equal(isOne ? text : null, sid.Value);
        Assert.False(MessageSid.TryParse(new string('a', 65), null, out _));
    }

    [Theory]
    [InlineData("support", true)]
    [InlineData("2nd-line_eu.west", true)]
    [InlineData("agent-1@example.com", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("Support", false)]
    [InlineData("-support", false)]
    [InlineData(".support", false)]
    [InlineData("sup port", false)]
    [InlineData("sup/port", false)]
    [InlineData("sup#port", false)]
    [InlineData("sup\\port", false)]
    [InlineData("sup?port", false)]
    [InlineData("s\u00fcpport", false)]
    public void What_is_configured_has_a_name_that_is_safe_everywhere(string? text, bool isOne)
    {
        Assert.Equal(isOne, QueueId.TryParse(text, null, out var queue));
        Assert.Equal(isOne, LineId.TryParse(text, null, out var line));
        Assert.Equal(isOne, AgentId.TryParse(text, null, out var agent));
        Assert.Equal(isOne, UserId.TryParse(text, null, out var user));
        var expected = isOne ? text : null;
        Assert.Equal((expected, expected, expected, expected), (queue.Value, line.Value, agent.Value, user.Value));
    }

    [Fact]
    public void A_name_has_64_characters_at_most()
    {
        Assert.True(QueueId.TryParse(new string('q', 64), null, out _));
        Assert.False(QueueId.TryParse(new string('q', 65), null, out _));
        Assert.Throws<FormatException>(() => QueueId.Parse("No name"));
        Assert.Throws<FormatException>(() => LineId.Parse("No name"));
        Assert.Throws<FormatException>(() => AgentId.Parse("No name"));
        Assert.Throws<FormatException>(() => UserId.Parse("No name"));
        Assert.Throws<FormatException>(() => MessageSid.Parse("No name"));
    }

    [Fact]
    public void An_actor_is_called_by_name_or_by_kind()
    {
        Assert.Equal("agent-1", Actor.Of(AgentId.Parse("agent-1")).ToString());
        Assert.Equal(("customer", "timer", "system"), (Actor.Customer.ToString(), Actor.Timer.ToString(), Actor.System.ToString()));
    }

#pragma warning disable CA1308 // it is what a person types
    private static string Lower(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308
}
