using FsCheck;
using FsCheck.Fluent;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Values;

public sealed class When_a_profile_is_named
{
    // Base32 (RFC 4648, lower case) of the SHA-256 of "tel:+15550100001", cut to twenty characters.
    [Theory]
    [InlineData("+15550100001", "rgfz3czooba44l2uu3k6")]
    [InlineData("whatsapp:+15550100001", "vxaicojstkf3aa32og5g")]
    [InlineData("MYBANK", "q2jxdqftmanrmwlvzd6e")]
    public void Its_name_never_changes(string address, string expected) => Assert.Equal(expected, ProfileId.Of(Address.Parse(address)).Value);

    [Fact]
    public void However_the_number_is_written_it_is_the_same() =>
        Assert.Equal(ProfileId.Of(Address.Parse("+15550100001")), ProfileId.Of(Address.Parse("tel:+1 (555) 010-0001")));

    [Fact]
    public void Nobody_reads_the_number_in_it() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, 99)), last =>
            {
                var number = $"+155501000{last:00}";
                var name = ProfileId.Of(Address.Parse(number)).Value;
                for (var from = 0; from + 4 <= number.Length; from++)
                    Assert.DoesNotContain(number.Substring(from, 4), name, StringComparison.Ordinal);
                Assert.Equal(name, ProfileId.Parse(name).ToString());
                Assert.Matches("^[a-z2-7]{20}$", name);
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void No_two_of_many_share_a_name() =>
        Assert.Distinct(Enumerable.Range(0, 20_000).Select(number => ProfileId.Of(Address.Parse($"sender:{number}"))));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abcdefghijklmnopqrs")]
    [InlineData("abcdefghijklmnopqrstu")]
    [InlineData("abcdefghijklmnopqrs1")]
    [InlineData("ABCDEFGHIJKLMNOPQRST")]
    public void What_is_none_is_turned_away(string? text)
    {
        Assert.False(ProfileId.TryParse(text, null, out _));
        Assert.Throws<FormatException>(() => ProfileId.Parse(text!));
    }
}
