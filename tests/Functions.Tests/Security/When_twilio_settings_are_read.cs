using Interactions.Functions.Hosting;
using Interactions.Functions.Security;
using Interactions.Functions.Tests.Webhooks;
using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Tests.Security;

public sealed class When_twilio_settings_are_read
{
    private const string Complete = "https://interactions.example.com";

    [Theory]
    [InlineData("Twilio:AccountSid", "The setting Twilio__AccountSid is missing: set it to the account's SID")]
    [InlineData("Twilio:AuthToken", "The setting Twilio__AuthToken is missing: set it to the account's auth token")]
    [InlineData("Interactions:PublicBaseUrl", "The setting Interactions__PublicBaseUrl is missing: set it to the address")]
    public void A_missing_one_is_a_sentence(string name, string sentence)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Twilio:AccountSid", TwilioPayload.Account),
            new("Twilio:AuthToken", "secret"),
            new("Interactions:PublicBaseUrl", Complete),
        ]).AddInMemoryCollection([new(name, "")]).Build();

        var broken = Assert.Throws<SettingException>(() => TwilioSettings.From(configuration));

        Assert.StartsWith(sentence, broken.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", broken.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("interactions.example.com")]
    [InlineData("/api")]
    [InlineData("ftp://interactions.example.com")]
    [InlineData("https://")]
    [InlineData("https://interactions.example.com?x=1")]
    [InlineData("https://interactions.example.com/#here")]
    [InlineData("https://interactions example.com")]
    public void An_address_that_twilio_could_not_call_is_a_sentence(string address)
    {
        var broken = Assert.Throws<SettingException>(() => Settings.Of(address));

        Assert.StartsWith("The setting Interactions__PublicBaseUrl is not an address like https://", broken.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Complete, Complete)]
    [InlineData(Complete + "/", Complete)]
    [InlineData(" " + Complete + "// ", Complete)]
    [InlineData("HTTPS://Interactions.Example.com:443/Customers/", "HTTPS://Interactions.Example.com:443/Customers")]
    public void The_address_is_kept_as_written_without_a_slash_at_its_end(string written, string kept) =>
        Assert.Equal(kept, Settings.Of(written).PublicBaseUrl);

    [Fact]
    public void Printing_them_does_not_tell_the_token() =>
        Assert.DoesNotContain("secret", Settings.Of(authToken: "secret").ToString(), StringComparison.Ordinal);
}
