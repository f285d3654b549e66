using System.Collections.Immutable;
using Interactions.Domain.Messages;
using Interactions.Domain.Policies;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Messages;

public sealed class When_a_sender_is_chosen
{
    private const string Service = "MG0123456789abcdef0123456789abcdef";

    [Fact]
    public void The_only_number_it_is() => Assert.Equal(new Sender(The.Company), Of(LineWith("+15550100100")));

    [Fact]
    public void Of_several_it_is_the_one_they_used_last() =>
        Assert.Equal("tel:+15550100103", NumberOf(LineWith("+15550100102", "+15550100103", "+15550100104"), usual: "+15550100103"));

    [Fact]
    public void Whoever_comes_anew_keeps_theirs_in_whatever_order_the_numbers_are() => Assert.Equal(
        NumberOf(LineWith("+15550100102", "+15550100103", "+15550100104")), NumberOf(LineWith("+15550100104", "+15550100102", "+15550100103")));

    [Fact]
    public void Customers_are_spread_evenly()
    {
        var line = LineWith("+15550100102", "+15550100103", "+15550100104");
        var chosen = Enumerable.Range(0, 300).Select(n => NumberOf(line, $"+1555010{1000 + n}")).CountBy(number => number);

        Assert.Equal(3, chosen.Count());
        Assert.All(chosen, number => Assert.InRange(number.Value, 75, 125));
    }

    [Fact]
    public void A_number_that_is_the_lines_no_more_is_not_used() =>
        Assert.Equal("tel:+15550100102", NumberOf(LineWith("+15550100102"), usual: "+15550100103"));

    [Theory]
    [InlineData("12345", "tel:12345")]
    [InlineData("MYBANK", "sender:MYBANK")]
    public void A_short_code_or_a_name_writes_texts(string own, string expected) => Assert.Equal(expected, NumberOf(LineWith(own)));

    [Fact]
    public void A_name_cannot_be_answered_and_a_number_can() => Assert.Equal("tel:+15550100102", NumberOf(LineWith("MYBANK", "+15550100102")));

    [Fact]
    public void In_WhatsApp_it_is_the_lines_own_of_that_channel() =>
        Assert.Equal("whatsapp:+15550100103", NumberOf(LineWith("+15550100102", "whatsapp:+15550100103"), "whatsapp:+15550100001"));

    [Fact]
    public void Or_else_its_telephone_number_as_WhatsApp_spells_it() =>
        Assert.Equal("whatsapp:+15550100102", NumberOf(LineWith("+15550100102"), "whatsapp:+15550100001"));

    [Fact]
    public void But_never_one_that_another_line_has_there()
    {
        var line = LineWith("+15550100102");
        var other = LineWith("whatsapp:+15550100102") with { Id = The.OtherLine };

        Assert.Null(Senders.Of(line, The.CustomerInWhatsApp, null, Configured.Of([], [line, other])));
    }

    [Theory]
    [InlineData("whatsapp:+15550100103", "+15550100001")]
    [InlineData("12345", "whatsapp:+15550100001")]
    [InlineData("+15550100102", "messenger:4711")]
    public void Nothing_fits(string own, string customer) => Assert.Null(Of(LineWith(own), customer));

    [Theory]
    [InlineData("+15550100001")]
    [InlineData("whatsapp:+15550100001")]
    public void A_messaging_service_chooses_by_itself(string customer) =>
        Assert.Equal(new Sender(null, Service), Of(LineWith("+15550100102") with { MessagingService = Service }, customer, "+15550100102"));

    [Fact]
    public void A_number_of_another_channel_comes_before_the_service() => Assert.Equal(
        "whatsapp:+15550100103",
        NumberOf(LineWith("whatsapp:+15550100103") with { MessagingService = Service }, "whatsapp:+15550100001"));

    private static Line LineWith(params string[] addresses) =>
        new() { Id = The.Line, Queue = The.Support, Addresses = [.. addresses.Select(address => Address.Parse(address))] };

    private static Sender? Of(Line line, string customer = "+15550100001", string? usual = null) =>
        Senders.Of(line, Address.Parse(customer), usual is null ? null : Address.Parse(usual), Configured.Of([], [line]));

    private static string NumberOf(Line line, string customer = "+15550100001", string? usual = null) => Of(line, customer, usual)!.Number!.Value.Value;
}
