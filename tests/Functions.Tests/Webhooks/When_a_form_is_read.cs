using System.Text;
using Interactions.Functions.Webhooks;

namespace Interactions.Functions.Tests.Webhooks;

public sealed class When_a_form_is_read
{
    public static TheoryData<string> Payloads => [.. TwilioPayload.Names];

    [Theory]
    [MemberData(nameof(Payloads))]
    public void Every_captured_payload_is_read_in_its_order(string name)
    {
        var payload = TwilioPayload.Of(name);

        Assert.Equal(payload.Fields, Read(payload.Body)!);
    }

    [Theory]
    [InlineData("Body=a+b%20c%2Bd", "a b c+d")]
    [InlineData("Body=%E2%82%ac+€", "€ €")]
    [InlineData("Body=%F0%9F%91%8B%F0%9F%8F%BD", "👋🏽")]
    [InlineData("Body=%00a%00", "\0a\0")]
    [InlineData("Body=%EF%BF%BE%EF%BF%BF", "\uFFFE\uFFFF")]
    [InlineData("Body=%EF%BB%BFx", "\uFEFFx")]
    [InlineData("Body=a%0D%0Ab%0Ac%0Dd", "a\r\nb\nc\rd")]
    [InlineData("Body==a=b=", "=a=b=")]
    [InlineData("Body=%26%3D%25", "&=%")]
    [InlineData("Body=", "")]
    [InlineData("Body", "")]
    [InlineData("B%6Fdy=named", "named")]
    public void A_value_is_the_text_that_was_encoded(string body, string value) => Assert.Equal(value, Read(body)!["Body"]);

    [Fact]
    public void A_long_value_is_read_whole()
    {
        var text = string.Concat(Enumerable.Repeat("Grüße 👋 ", 2_000));

        Assert.Equal(text, Read("Body=" + Uri.EscapeDataString(text))!["Body"]);
    }

    [Fact]
    public void A_name_that_comes_again_keeps_all_its_values_and_reads_as_the_first()
    {
        var form = Read("Tag=b&Other=1&Tag=a&Tag=b")!;

        Assert.Equal("b", form["Tag"]);
        Assert.Equal(["b", "a", "b"], form.Where(field => field.Key == "Tag").Select(field => field.Value));
    }

    [Fact]
    public void Names_are_told_apart_by_case() => Assert.Null(Read("body=x")!["Body"]);

    [Fact]
    public void Nothing_between_two_separators_is_no_field() =>
        Assert.Equal([new("a", "1"), new("", "2")], Read("&&a=1&=2&")!);

    [Fact]
    public void An_empty_body_is_a_form_without_fields() => Assert.Empty(Read("")!);

    [Theory]
    [InlineData("Body=%")]
    [InlineData("Body=100%")]
    [InlineData("Body=%4")]
    [InlineData("Body=%4&x=1")]
    [InlineData("Body=%zz")]
    [InlineData("Body=%+1")]
    [InlineData("Body=%1g")]
    [InlineData("%=1")]
    public void Half_an_escape_is_no_form(string body) => Assert.Null(Read(body));

    [Theory]
    [InlineData("Body=%FF")]
    [InlineData("Body=%C3")]
    [InlineData("Body=%C0%80")]
    [InlineData("Body=%ED%A0%BD")]
    [InlineData("Body=%F4%90%80%80")]
    [InlineData("%80=1")]
    public void Bytes_that_are_no_text_are_no_form(string body) => Assert.Null(Read(body));

    [Fact]
    public void Raw_bytes_that_are_no_text_are_no_form() => Assert.Null(FormParser.Parse([.. "Body="u8, 0xFF]));

    [Theory]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    public void Fields_are_limited(int count, bool read) =>
        Assert.Equal(read, Read(string.Join('&', Enumerable.Repeat("a=1", count))) is not null);

    private static Form? Read(string body) => FormParser.Parse(Encoding.UTF8.GetBytes(body));
}
