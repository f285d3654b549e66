using FsCheck;
using FsCheck.Fluent;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using static Interactions.Domain.Messages.TextEncoding;

namespace Interactions.Domain.Tests.Messages;

public sealed class When_texts_are_counted
{
    private const string Family = "👩‍👩‍👧";

    private static readonly Address Phone = Address.Parse("+12025550123");

    [Theory]
    [InlineData("", 1, Gsm7, 0, 160)]
    [InlineData("a", 1, Gsm7, 1, 159)]
    [InlineData("a", 160, Gsm7, 1, 0)]
    [InlineData("a", 161, Gsm7, 2, 145)]
    [InlineData("a", 306, Gsm7, 2, 0)]
    [InlineData("a", 307, Gsm7, 3, 152)]
    [InlineData("a", 1600, Gsm7, 11, 83)]
    [InlineData("€", 80, Gsm7, 1, 0)]
    [InlineData("€", 76, Gsm7, 1, 8)]
    [InlineData("€", 81, Gsm7, 2, 143)]
    [InlineData("€", 152, Gsm7, 2, 1)]
    [InlineData("€", 153, Gsm7, 3, 151)]
    [InlineData("a\r\n", 1, Gsm7, 1, 157)]
    [InlineData("Çéàñß§¿ΔΩ", 1, Gsm7, 1, 151)]
    [InlineData("{}[]~|\\^\f", 1, Gsm7, 1, 142)]
    [InlineData("ç", 1, Ucs2, 1, 69)]
    [InlineData("`", 1, Ucs2, 1, 69)]
    [InlineData("\t", 1, Ucs2, 1, 69)]
    [InlineData("’", 70, Ucs2, 1, 0)]
    [InlineData("’", 71, Ucs2, 2, 63)]
    [InlineData("’", 134, Ucs2, 2, 0)]
    [InlineData("’", 135, Ucs2, 3, 66)]
    [InlineData("😀", 35, Ucs2, 1, 0)]
    [InlineData("😀", 36, Ucs2, 2, 61)]
    [InlineData("😀", 66, Ucs2, 2, 1)]
    [InlineData("😀", 67, Ucs2, 3, 65)]
    [InlineData("😀", 800, Ucs2, 25, 51)]
    [InlineData(Family, 1, Ucs2, 1, 62)]
    public void It_takes_as_many_segments_as_the_network_does(string text, int times, TextEncoding encoding, int count, int left) =>
        Assert.Equal(new Segments(encoding, count, left), Segments.Of(string.Concat(Enumerable.Repeat(text, times))));

    [Theory]
    [InlineData(151, 2)]
    [InlineData(152, 3)]
    [InlineData(153, 2)]
    public void An_escape_stays_with_what_it_escapes(int before, int count) =>
        Assert.Equal(count, Segments.Of(new string('a', before) + "€" + new string('b', (2 * 153) - before - 2)).Count);

    [Theory]
    [InlineData(65, 2)]
    [InlineData(66, 3)]
    [InlineData(67, 2)]
    public void The_halves_of_a_pair_stay_together(int before, int count) =>
        Assert.Equal(count, Segments.Of(new string('’', before) + "😀" + new string('’', (2 * 67) - before - 2)).Count);

    [Fact]
    public void What_is_attached_makes_it_no_sms_and_other_channels_know_none()
    {
        Assert.NotNull(new OutboundMessage("Hello", []).SegmentsTo(Phone));
        Assert.NotNull(new OutboundMessage("Hello", []).SegmentsTo(Address.Parse("12345")));
        Assert.Null(new OutboundMessage("Hello", ["https://example.com/a.png"]).SegmentsTo(Phone));
        Assert.Null(new OutboundMessage("Hello", []).SegmentsTo(Address.Parse("whatsapp:+12025550123")));
    }

    [Fact]
    public void An_emoji_is_two_of_the_providers_characters() => Assert.Equal(4, new OutboundMessage("a😀b", []).Characters);

    [Fact]
    public void Everything_fits_and_nothing_less_would_do() => Prop.ForAll(Texts, text =>
    {
        var segments = Segments.Of(text);
        var (alone, together) = segments.Encoding == Gsm7 ? (160, 153) : (70, 67);
        var units = segments.Encoding == Gsm7 ? text.Sum(GsmAlphabet.SeptetsOf) : text.Length;
        var room = segments.Count == 1 ? alone : segments.Count * together;

        // Each segment but the last may leave one unit empty, because what takes two is not cut.
        var wasted = room - units - segments.UnitsLeft;
        return text.Length == 0 || (segments.UnitsLeft >= 0 && wasted >= 0 && wasted < segments.Count && (segments.Count == 1) == (units <= alone));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void More_text_never_takes_less() => Prop.ForAll(Texts, Texts, (text, more) =>
        Segments.Of(text + more).Count >= Segments.Of(text).Count).QuickCheckThrowOnFailure();

    [Fact]
    public void One_character_more_fits_while_there_is_room_for_it() => Prop.ForAll(Texts, text =>
    {
        var (before, after) = (Segments.Of(text), Segments.Of(text + "a"));
        return text.Length == 0 || char.IsHighSurrogate(text[^1]) || before.UnitsLeft == 0
            ? after.Count >= before.Count
            : after == before with { UnitsLeft = before.UnitsLeft - 1 };
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<string> Texts =>
    (
        from alphabet in Gen.Elements<string[]>(["a", "€", "{", "é", "\n"], ["a", "€", "😀", "’", Family, "\ud83d", "ç"])
        from length in Gen.Choose(0, 400)
        from pieces in Gen.ArrayOf(Gen.Elements(alphabet), length)
        select string.Concat(pieces)).ToArbitrary();
}
