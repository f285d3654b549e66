using Interactions.Functions.Attachments;
using Interactions.Functions.Tests.Webhooks;

namespace Interactions.Functions.Tests.Attachments;

/// <summary>Outside of anybody's machine, where the provider is the provider.</summary>
public sealed class When_an_address_is_judged
{
    private const string Medium = "/2010-04-01/Accounts/" + TwilioPayload.Account + "/Messages/MM1/Media/ME1";

    private static readonly MediaPlaces Places = new(Settings.Of());

    [Theory]
    [InlineData("https://api.twilio.com" + Medium, true)]
    [InlineData("https://api.twilio.com:443" + Medium, true)]
    [InlineData("HTTPS://API.Twilio.com" + Medium, true)]
    [InlineData("http://api.twilio.com" + Medium, false)]
    [InlineData("https://api.twilio.com:8443" + Medium, false)]
    [InlineData("https://api.twilio.com." + Medium, false)]
    [InlineData("https://user@api.twilio.com" + Medium, false)]
    [InlineData("https://api.twilio.com@example.com" + Medium, false)]
    [InlineData("https://api.twilio.com.example.com" + Medium, false)]
    [InlineData("https://example-api.twilio.com" + Medium, false)]
    [InlineData("https://notapi.twilio.com" + Medium, false)]
    [InlineData("https://twilio.com" + Medium, false)]
    [InlineData("https://54.172.60.0" + Medium, false)]
    [InlineData("https://127.0.0.1" + Medium, false)]
    [InlineData("https://[::1]" + Medium, false)]
    [InlineData("http://localhost" + Medium, false)]
    [InlineData("https://api.twilio.com" + Medium + "/", false)]
    [InlineData("https://api.twilio.com" + Medium + "?x=1", false)]
    [InlineData("https://api.twilio.com" + Medium + "#x", false)]
    [InlineData("https://api.twilio.com" + Medium + "%2f..%2f", false)]
    [InlineData("https://api.twilio.com/x/.." + Medium, true)]
    [InlineData("https://mms.twiliocdn.com" + Medium, false)]
    [InlineData("ftp://api.twilio.com" + Medium, false)]
    public void The_provider_alone_gets_our_credentials_and_for_our_media_alone(string address, bool isOurs) =>
        Assert.Equal(isOurs, Places.IsOurs(new Uri(address)));

    [Theory]
    [InlineData("http://localhost:7072" + Medium, true)]
    [InlineData("http://127.0.0.1:7072" + Medium, true)]
    [InlineData("http://localhost:7071" + Medium, false)]
    [InlineData("http://10.0.0.1:7072" + Medium, false)]
    [InlineData("http://localhost.example.com:7072" + Medium, false)]
    [InlineData("https://api.twilio.com" + Medium, false)]
    public void On_this_machine_what_speaks_for_the_provider_is_known_by_its_port(string address, bool isOurs) =>
        Assert.Equal(isOurs, new MediaPlaces(Settings.Of(apiBaseUrl: "http://localhost:7072")).IsOurs(new Uri(address)));

    [Theory]
    [InlineData("https://mms.twiliocdn.com/AC1/abc?Expires=1&Signature=x~y&Key-Pair-Id=z", true)]
    [InlineData("https://media.twiliocdn.com/AC1/abc", true)]
    [InlineData("https://s3-external-1.amazonaws.com/media.twiliocdn.com/AC1/abc?AWSAccessKeyId=x", true)]
    [InlineData("https://s3-external-1.amazonaws.com/others/abc", false)]
    [InlineData("https://s3-external-1.amazonaws.com/media.twiliocdn.com/../others/abc", false)]
    [InlineData("https://s3-external-1.amazonaws.com/media.twiliocdn.com/%2e%2e/others/abc", false)]
    [InlineData("https://s3-external-1.amazonaws.com/media.twiliocdn.com/..%2fothers", false)]
    [InlineData("https://s3-external-1.amazonaws.com/media.twiliocdn.com.evil/abc", false)]
    [InlineData("https://s3.amazonaws.com/media.twiliocdn.com/AC1/abc", false)]
    [InlineData("http://mms.twiliocdn.com/AC1/abc", false)]
    [InlineData("https://mms.twiliocdn.com:8443/AC1/abc", false)]
    [InlineData("https://mms.twiliocdn.com./AC1/abc", false)]
    [InlineData("https://x@mms.twiliocdn.com/AC1/abc", false)]
    [InlineData("https://evilmms.twiliocdn.com/AC1/abc", false)]
    [InlineData("https://mms.twiliocdn.com.example.com/AC1/abc", false)]
    [InlineData("https://twiliocdn.com/AC1/abc", false)]
    [InlineData("https://api.twilio.com" + Medium, false)]
    [InlineData("http://127.0.0.1:8080/abc", false)]
    [InlineData("http://localhost/abc", false)]
    [InlineData("http://[::1]/abc", false)]
    [InlineData("https://2130706433/abc", false)]
    public void It_may_send_on_to_its_own_stores_alone(string address, bool isStore) => Assert.Equal(isStore, Places.IsStore(new Uri(address)));
}
