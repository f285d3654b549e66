using Interactions.Domain.Messages;

namespace Interactions.Domain.Tests.Messages;

public sealed class When_the_provider_reports_an_error
{
    [Theory]
    [InlineData(20429, Consequence.Throttled)]
    [InlineData(20003, Consequence.LineStopped)]
    [InlineData(20005, Consequence.LineStopped)]
    [InlineData(30002, Consequence.LineStopped)]
    [InlineData(21610, Consequence.OptedOut)]
    [InlineData(21211, Consequence.CannotReceive)]
    [InlineData(21614, Consequence.CannotReceive)]
    [InlineData(21635, Consequence.CannotReceive)]
    [InlineData(30005, Consequence.CannotReceive)]
    [InlineData(30006, Consequence.CannotReceive)]
    [InlineData(30003, Consequence.Failed)]
    [InlineData(30008, Consequence.Failed)]
    [InlineData(12345, Consequence.Failed)]
    public void What_follows_is_in_one_table(int code, Consequence consequence) => Assert.Equal(consequence, ProviderErrors.Of(code).Consequence);

    [Fact]
    public void Each_is_told_in_a_sentence()
    {
        Assert.All(ProviderErrors.All, error => Assert.Matches("^[A-Z].*[^ ]\\.$", error.Words));
        Assert.Equal("This number is a landline and cannot receive texts.", ProviderErrors.Of(30006).Words);
        Assert.Contains("12345", ProviderErrors.Of(12345).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_is_put_off_waits_longer_each_time_and_never_long()
    {
        var pauses = Enumerable.Range(1, 20).Select(SendingTimes.Pause).ToList();

        Assert.Equal(TimeSpan.FromSeconds(1), pauses[0]);
        Assert.Equal(pauses.Order(), pauses);
        Assert.Equal(TimeSpan.FromMinutes(1), pauses[^1]);
    }
}
