using System.Collections.Immutable;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Policies;

public sealed class When_a_line_is_looked_up
{
    private static readonly Policy Policy = Of(
        ALine("main", "+15550100001"),
        ALine("chat", "whatsapp:+15550100002"),
        ALine("voice", "+15550100002"),
        ALine("short", "12345"),
        ALine("brand", "BRAND") with { MessagingService = "MG01" },
        ALine("pool") with { MessagingService = "MG02" },
        ALine("twin-a", "+15550100009"),
        ALine("twin-b", "+15550100009"));

    [Theory]
    [InlineData("+15550100001", null, "main")]
    [InlineData("tel:+15550100001", null, "main")]
    [InlineData("whatsapp:+15550100001", null, "main")]
    [InlineData("messenger:+15550100001", null, "main")]
    [InlineData("whatsapp:+15550100002", null, "chat")]
    [InlineData("+15550100002", null, "voice")]
    [InlineData("12345", null, "short")]
    [InlineData("BRAND", null, "brand")]
    [InlineData("brand", null, null)]
    [InlineData("MG02", null, "pool")]
    [InlineData("+15550100077", "MG02", "pool")]
    [InlineData("+15550100001", "MG02", "main")]
    [InlineData("whatsapp:+15550100001", "MG02", "pool")]
    [InlineData("+15550100077", "MG99", null)]
    [InlineData("+15550100077", null, null)]
    [InlineData("whatsapp:BRAND", null, null)]
    [InlineData("whatsapp:+15550100077", null, null)]
    public void The_number_counts_then_the_service_then_the_telephone_line(string to, string? service, string? line) =>
        Assert.Equal(line, Policy.LineFor(Address.Parse(to), service)?.Id.Value);

    [Fact]
    public void Of_two_with_the_same_number_it_is_always_the_same_one() =>
        Assert.Equal("twin-a", Policy.LineFor(Address.Parse("+15550100009"), null)?.Id.Value);

    [Fact]
    public void Another_set_of_lines_is_looked_up_anew()
    {
        var changed = Policy with { Lines = Of(ALine("new", "+15550100001")).Lines };

        Assert.Equal("new", changed.LineFor(Address.Parse("+15550100001"), null)?.Id.Value);
    }

    private static Policy Of(params Line[] lines) => Policy.None with { Lines = lines.ToImmutableDictionary(line => line.Id) };

    private static Line ALine(string id, params string[] addresses) => new()
    {
        Id = LineId.Parse(id),
        Queue = QueueId.Parse("support"),
        Addresses = [.. addresses.Select(address => Address.Parse(address))],
    };
}
