using Interactions.Domain.Consent;
using Interactions.Domain.Messages;

namespace Interactions.Functions.Tests.Webhooks;

public sealed class When_a_message_brings_more_than_text
{
    [Fact]
    public void A_location_is_kept_with_its_name()
    {
        var location = TwilioPayload.Of("whatsapp-location").Message.Location;

        Assert.Equal(new Location("37.7876247", "-122.4079951", "Twilight Café", "1 Example Street, San Francisco, CA 94103"), location);
    }

    [Fact]
    public void A_location_needs_no_name() =>
        Assert.Equal(
            new Location("37.7876247", "-122.4079951", null, null),
            TwilioPayload.Of("whatsapp-location").Without("Label").Without("Address").Message.Location);

    [Fact]
    public void Half_a_location_is_none_and_is_kept()
    {
        var message = TwilioPayload.Of("whatsapp-location").Without("Longitude").Message;

        Assert.Null(message.Location);
        Assert.Equal("37.7876247", message.Unknown["Latitude"]);
        Assert.Equal("Twilight Café", message.Unknown["Label"]);
    }

    [Fact]
    public void A_button_is_kept_with_what_is_behind_it()
    {
        var message = TwilioPayload.Of("whatsapp-button").Message;

        Assert.Equal(new Button("Yes, please", """{"confirm":"order-4711"}"""), message.Button);
        Assert.Equal("MM00000000000000000000000000009001", message.Unknown["OriginalRepliedMessageSid"]);
        Assert.Equal("whatsapp:+15550100001", message.Unknown["OriginalRepliedMessageSender"]);
    }

    [Fact]
    public void A_button_may_have_nothing_behind_it_or_its_label_in_the_text_alone()
    {
        var payload = TwilioPayload.Of("whatsapp-button");

        Assert.Equal(new Button("Yes, please", null), payload.Without("ButtonPayload").Message.Button);
        Assert.Equal(new Button("Yes", """{"confirm":"order-4711"}"""), payload.Without("ButtonText").Text("Yes").Message.Button);
        Assert.Null(payload.Without("ButtonPayload").Without("ButtonText").Message.Button);
    }

    [Fact]
    public void The_name_a_customer_gave_is_kept() =>
        Assert.Equal("Customer 0140", TwilioPayload.Of("whatsapp-text").Message.ProfileName);

    [Theory]
    [InlineData("sms-stop", ConsentWord.Stop)]
    [InlineData("sms-start", ConsentWord.Start)]
    [InlineData("sms-help", ConsentWord.Help)]
    [InlineData("sms", null)]
    public void What_twilio_took_it_for_is_kept(string name, ConsentWord? word) =>
        Assert.Equal(word, TwilioPayload.Of(name).Message.OptOutType);

    [Fact]
    public void What_twilio_may_take_it_for_one_day_is_kept_too()
    {
        var message = TwilioPayload.Of("sms-stop").With("OptOutType", "PAUSE").Message;

        Assert.Null(message.OptOutType);
        Assert.Equal("PAUSE", message.Unknown["OptOutType"]);
    }
}
