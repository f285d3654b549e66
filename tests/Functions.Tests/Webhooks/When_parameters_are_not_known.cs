namespace Interactions.Functions.Tests.Webhooks;

public sealed class When_parameters_are_not_known
{
    private static readonly string[] MappedNames =
    [
        "AccountSid", "MessageSid", "SmsMessageSid", "SmsSid", "From", "To", "Body", "NumMedia", "NumSegments",
        "Latitude", "Longitude", "Label", "Address", "ButtonText", "ButtonPayload", "ProfileName", "OptOutType",
    ];

    public static TheoryData<string> Inbound => [.. TwilioPayload.Inbound];

    [Theory]
    [MemberData(nameof(Inbound))]
    public void Of_every_captured_payload_the_rest_is_kept_as_it_came(string name)
    {
        var payload = TwilioPayload.Of(name);
        var rest = payload.Fields
            .Where(field => !MappedNames.Contains(field.Key) && !field.Key.StartsWith("Media", StringComparison.Ordinal) && field.Key != "Tag");

        var unknown = payload.Message.Unknown;

        Assert.Equal(rest.OrderBy(field => field.Key, StringComparer.Ordinal), unknown.Where(field => !field.Key.StartsWith("Tag", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_parameter_that_comes_again_is_kept_each_time()
    {
        var unknown = TwilioPayload.Of("sms-unknown-parameters").Message.Unknown;

        Assert.Equal(["beta", "alpha", "beta"], [unknown["Tag"], unknown["Tag[2]"], unknown["Tag[3]"]]);
        Assert.Equal("ein Wert & 1+1=2", unknown["FutureParameter"]);
        Assert.Equal("", unknown["FutureEmpty"]);
    }

    [Fact]
    public void A_numbered_name_never_replaces_one_that_came_so()
    {
        var unknown = TwilioPayload.Of("sms").Adding("Tag[2]", "own").Adding("Tag", "a").Adding("Tag", "b").Message.Unknown;

        Assert.Equal(["own", "a", "b"], [unknown["Tag[2]"], unknown["Tag"], unknown["Tag[3]"]]);
    }

    [Fact]
    public void A_second_value_of_what_is_read_is_kept()
    {
        var message = TwilioPayload.Of("sms").Adding("Body", "second").Adding("From", "+15550100199").With("SmsSid", "SM1").Message;

        Assert.Equal("Hello, where is my order 4711?", message.Text);
        Assert.Equal("tel:+15550100123", message.From.Value);
        Assert.Equal(["second", "+15550100199", "SM1"], [message.Unknown["Body"], message.Unknown["From"], message.Unknown["SmsSid"]]);
    }

    [Fact]
    public void The_messaging_service_is_kept() =>
        Assert.Equal("MG00000000000000000000000000000001", TwilioPayload.Of("sms-messaging-service").Message.Unknown["MessagingServiceSid"]);
}
