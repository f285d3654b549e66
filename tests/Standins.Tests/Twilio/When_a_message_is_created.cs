using System.Net;
using System.Text;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Types;

namespace Interactions.Standins.Tests.Twilio;

public sealed class When_a_message_is_created
{
    [Fact]
    public async Task It_is_posted_as_a_form_to_the_account_with_basic_authentication()
    {
        await using var twilio = await TwilioServer.StartAsync(script => script.Answers(HttpStatusCode.Created, Answers.Queued));

        await MessageResource.CreateAsync(
            to: new PhoneNumber("+15550100002"),
            from: new PhoneNumber("+15550100001"),
            body: "a b&c=é",
            statusCallback: new Uri("https://interactions.example/api/twilio/status?profile=k3&sequence=1"),
            client: twilio.Client());

        Assert.Equal("POST", twilio.Request.Method);
        Assert.Equal("/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages.json", twilio.Request.Target);
        Assert.Equal("application/x-www-form-urlencoded", twilio.Request.ContentType);
        Assert.Equal(
            $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{TwilioServer.Account}:{TwilioServer.Token}"))}",
            twilio.Request.Authorization);
        Assert.Equal(
            "To=%2B15550100002"
            + "&StatusCallback=https%3A%2F%2Finteractions.example%2Fapi%2Ftwilio%2Fstatus%3Fprofile%3Dk3%26sequence%3D1"
            + "&From=%2B15550100001&Body=a+b%26c%3D%C3%A9",
            twilio.Request.Body);
    }

    [Fact]
    public async Task Several_media_repeat_the_key()
    {
        await using var twilio = await TwilioServer.StartAsync(script => script.Answers(HttpStatusCode.Created, Answers.Queued));
        var options = new CreateMessageOptions("+15550100002") { MessagingServiceSid = "MG1", Body = "" };
        options.MediaUrl.Add(new Uri("https://interactions.example/1.jpg"));
        options.MediaUrl.Add(new Uri("https://interactions.example/2.jpg"));

        await MessageResource.CreateAsync(options, twilio.Client());

        string[] expected =
        [
            "To=%2B15550100002", "MessagingServiceSid=MG1", "Body=",
            "MediaUrl=https%3A%2F%2Finteractions.example%2F1.jpg", "MediaUrl=https%3A%2F%2Finteractions.example%2F2.jpg",
        ];
        Assert.Equal(expected, twilio.Request.Fields);
    }

    [Fact]
    public async Task Every_option_reaches_the_wire_in_twilios_spelling()
    {
        await using var twilio = await TwilioServer.StartAsync(script => script.Answers(HttpStatusCode.Created, Answers.Queued));

        await MessageResource.CreateAsync(
            "whatsapp:+15550100002",
            "AC9",
            contentSid: "HX1",
            applicationSid: "AP1",
            maxPrice: 0.05m,
            provideFeedback: true,
            attempt: 2,
            validityPeriod: 14400,
            forceDelivery: false,
            contentRetention: MessageResource.ContentRetentionEnum.Discard,
            addressRetention: MessageResource.AddressRetentionEnum.Obfuscate,
            smartEncoded: true,
            persistentAction: ["geo:1,2"],
            trafficType: MessageResource.TrafficTypeEnum.Free,
            shortenUrls: false,
            scheduleType: MessageResource.ScheduleTypeEnum.Fixed,
            sendAt: new DateTime(2026, 12, 31, 23, 59, 58, DateTimeKind.Utc),
            sendAsMms: false,
            contentVariables: """{"1":"x"}""",
            riskCheck: MessageResource.RiskCheckEnum.Disable,
            fallbackFrom: "+15550100001",
            client: twilio.Client());

        Assert.Equal("/2010-04-01/Accounts/AC9/Messages.json", twilio.Request.Target);
        string[] expected =
        [
            "To=whatsapp%3A%2B15550100002", "ApplicationSid=AP1", "MaxPrice=0.05", "ProvideFeedback=true", "Attempt=2",
            "ValidityPeriod=14400", "ForceDelivery=false", "ContentRetention=discard", "AddressRetention=obfuscate",
            "SmartEncoded=true", "PersistentAction=geo%3A1%2C2", "TrafficType=free", "ShortenUrls=false", "ScheduleType=fixed",
            "SendAt=2026-12-31T23%3A59%3A58Z", "SendAsMms=false", "ContentVariables=%7B%221%22%3A%22x%22%7D",
            "RiskCheck=disable", "FallbackFrom=%2B15550100001", "ContentSid=HX1",
        ];
        Assert.Equal(expected, twilio.Request.Fields);
    }

    [Fact]
    public async Task The_answer_is_read_field_by_field()
    {
        await using var twilio = await TwilioServer.StartAsync(script => script.Answers(HttpStatusCode.Created, Answers.Queued));

        var message = await MessageResource.CreateAsync(to: "+15550100002", body: "x", client: twilio.Client());

        Assert.Equal("SM00000000000000000000000000000001", message.Sid);
        Assert.Equal(TwilioServer.Account, message.AccountSid);
        Assert.Null(message.MessagingServiceSid);
        Assert.Equal("+15550100001", message.From.ToString());
        Assert.Equal("+15550100002", message.To);
        Assert.Equal("Grüße 👋", message.Body);
        Assert.Equal(("2", "0"), (message.NumSegments, message.NumMedia));
        Assert.Equal(MessageResource.DirectionEnum.OutboundApi, message.Direction);
        Assert.Equal(MessageResource.StatusEnum.Queued, message.Status);
        Assert.Null(message.ErrorCode);
        Assert.Null(message.ErrorMessage);
        Assert.Equal(new DateTime(2019, 5, 24, 17, 18, 27, DateTimeKind.Utc), message.DateCreated!.Value.ToUniversalTime());
        Assert.Equal(new DateTime(2019, 5, 24, 17, 18, 28, DateTimeKind.Utc), message.DateUpdated!.Value.ToUniversalTime());
        Assert.Null(message.DateSent);
        Assert.Null(message.Price);
        Assert.Equal(("USD", "2010-04-01"), (message.PriceUnit, message.ApiVersion));
        Assert.EndsWith("/Messages/SM00000000000000000000000000000001.json", message.Uri, StringComparison.Ordinal);
        Assert.Equal("/2010-04-01/Accounts/AC0/Messages/SM1/Media.json", message.SubresourceUris["media"]);
    }

    [Fact]
    public async Task An_empty_answer_gives_no_message()
    {
        await using var twilio = await TwilioServer.StartAsync(script => script.Answers(HttpStatusCode.Created, ""));

        Assert.Null(await MessageResource.CreateAsync(to: "+15550100002", body: "x", client: twilio.Client()));
    }

    [Fact]
    public async Task Without_a_client_it_refuses() =>
        await Assert.ThrowsAsync<AuthenticationException>(() => MessageResource.CreateAsync(to: "+15550100002", body: "x"));
}
