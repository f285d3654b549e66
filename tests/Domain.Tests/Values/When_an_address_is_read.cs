using FsCheck;
using FsCheck.Fluent;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Values;

public sealed class When_an_address_is_read
{
    [Theory]
    [InlineData("+15550100001", "tel:+15550100001")]
    [InlineData("  +1 (555) 010-0001 ", "tel:+15550100001")]
    [InlineData("+1.555.010.0001", "tel:+15550100001")]
    [InlineData("555 0100", "tel:5550100")]
    [InlineData("tel:+15550100001", "tel:+15550100001")]
    [InlineData("TEL: +1-555-010-0001", "tel:+15550100001")]
    [InlineData("whatsapp:+15550100001", "whatsapp:+15550100001")]
    [InlineData("WhatsApp:+1 555 010 0001", "whatsapp:+15550100001")]
    [InlineData("12345", "tel:12345")]
    [InlineData("tel:12345", "tel:12345")]
    [InlineData("MYBANK", "sender:MYBANK")]
    [InlineData("My Bank", "sender:My Bank")]
    [InlineData("sender:MYBANK", "sender:MYBANK")]
    [InlineData("Bank24", "sender:Bank24")]
    [InlineData("12", "sender:12")]
    [InlineData("+", "sender:+")]
    [InlineData("++15550100001", "sender:++15550100001")]
    [InlineData("1+5550100001", "sender:1+5550100001")]
    [InlineData("M\u00fcller & S\u00f6hne", "sender:M\u00fcller & S\u00f6hne")]
    [InlineData("\u0661\u0662\u0663\u0664", "sender:\u0661\u0662\u0663\u0664")]
    [InlineData("\U0001F44B", "sender:\U0001F44B")]
    [InlineData("My Bank: news", "sender:My Bank: news")]
    [InlineData(":12345", "sender::12345")]
    [InlineData("messenger:user-1", "messenger:user-1")]
    [InlineData("user:123-456", "user:123-456")]
    [InlineData("walkup:555-0100", "walkup:555-0100")]
    public void It_has_one_spelling(string text, string expected)
    {
        Assert.True(Address.TryParse(text, null, out var address));
        Assert.Equal(expected, address.Value);
        Assert.Equal(expected, address.ToString());
        Assert.Equal(address, Address.Parse(expected));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("tel:")]
    [InlineData("whatsapp:  ")]
    [InlineData("+1555\n0100001")]
    [InlineData("a\0b")]
    public void What_is_none_is_turned_away(string? text)
    {
        Assert.False(Address.TryParse(text, null, out var address));
        Assert.Equal(default, address);
        Assert.Throws<FormatException>(() => Address.Parse(text!));
    }

    [Theory]
    [InlineData("+15550100001", "tel", "+15550100001")]
    [InlineData("12345", "tel", "12345")]
    [InlineData("MYBANK", "sender", "MYBANK")]
    [InlineData("whatsapp:+15550100001", "whatsapp", "whatsapp:+15550100001")]
    public void The_provider_gets_it_as_it_spells_it(string text, string scheme, string atProvider)
    {
        var address = Address.Parse(text);

        Assert.Equal((scheme, atProvider), (address.Scheme, address.AtProvider));
    }

    [Fact]
    public void It_is_not_endless()
    {
        Assert.True(Address.TryParse(new string('A', 150), null, out _));
        Assert.False(Address.TryParse(new string('A', 201), null, out _));
    }

    [Fact]
    public void Whatever_was_read_is_read_again_as_the_same()
    {
        var pieces = Gen.Elements("+", "1", "555", "0100", " ", "-", "(", ")", ":", "tel", "Tel:", "whatsapp:", "sender:", "x", "\u00e4", "\U0001F600", "\u2028", new string('y', 97));
        Prop.ForAll(Arb.From(pieces.ArrayOf().Select(string.Concat)), text =>
            {
                if (Address.TryParse(text, null, out var address))
                    Assert.Equal(address, Address.Parse(address.Value));
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }
}
