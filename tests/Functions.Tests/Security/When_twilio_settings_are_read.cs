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

    [Theory]
    [InlineData(null, "https://api.twilio.com/")]
    [InlineData(" ", "https://api.twilio.com/")]
    [InlineData("https://api.dublin.ie1.twilio.com", "https://api.dublin.ie1.twilio.com/")]
    [InlineData(" http://localhost:7072/ ", "http://localhost:7072/")]
    [InlineData("http://127.0.0.1:7072", "http://127.0.0.1:7072/")]
    public void The_api_is_twilios_own_where_nothing_else_is_said(string? written, string api) => Assert.Equal(api, Settings.Of(apiBaseUrl: written).ApiBaseUrl.ToString());

    [Theory]
    [InlineData("api.twilio.com")]
    [InlineData("http://api.twilio.com")]
    [InlineData("ftp://localhost")]
    [InlineData("https://api.twilio.com/2010-04-01")]
    [InlineData("https://api.twilio.com?x=1")]
    [InlineData("https://api.twilio.com#x")]
    [InlineData("https://user:secret@api.twilio.com")]
    public void An_api_to_which_the_token_should_not_be_sent_is_a_sentence(string address)
    {
        var broken = Assert.Throws<SettingException>(() => Settings.Of(apiBaseUrl: address));

        Assert.StartsWith("The setting Twilio__ApiBaseUrl is not an address like https://api.twilio.com", broken.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Printing_them_does_not_tell_the_token() =>
        Assert.DoesNotContain("secret", Settings.Of(authToken: "secret").ToString(), StringComparison.Ordinal);
}
