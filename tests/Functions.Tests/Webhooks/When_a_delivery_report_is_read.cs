using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Webhooks;

namespace Interactions.Functions.Tests.Webhooks;

public sealed class When_a_delivery_report_is_read
{
    private static readonly MessageSid Sid = MessageSid.Parse("SM00000000000000000000000000004001");

    [Theory]
    [InlineData("status-sent", DeliveryState.Sent, null)]
    [InlineData("status-delivered", DeliveryState.Delivered, null)]
    [InlineData("status-undelivered", DeliveryState.Undelivered, 30003)]
    public void A_captured_one_tells_how_far_the_message_got(string name, DeliveryState state, int? errorCode) =>
        Assert.Equal(new DeliveryReport(Sid, state, errorCode), Read(TwilioPayload.Of(name)));

    [Fact]
    public void A_captured_one_of_whatsapp_tells_that_it_was_read() =>
        Assert.Equal(DeliveryState.Read, Read(TwilioPayload.Of("status-whatsapp-read"))!.State);

    [Theory]
    [InlineData("accepted", DeliveryState.Accepted)]
    [InlineData("scheduled", DeliveryState.Scheduled)]
    [InlineData("queued", DeliveryState.Queued)]
    [InlineData("sending", DeliveryState.Sending)]
    [InlineData("sent", DeliveryState.Sent)]
    [InlineData("delivered", DeliveryState.Delivered)]
    [InlineData("read", DeliveryState.Read)]
    [InlineData("failed", DeliveryState.Failed)]
    [InlineData("undelivered", DeliveryState.Undelivered)]
    [InlineData("canceled", DeliveryState.Canceled)]
    [InlineData("DELIVERED", DeliveryState.Delivered)]
    public void Every_state_of_twilios_has_its_own(string status, DeliveryState state) =>
        Assert.Equal(state, Read(TwilioPayload.Of("status-sent").With("MessageStatus", status))!.State);

    [Theory]
    [InlineData("receiving")]
    [InlineData("received")]
    [InlineData("partially_delivered")]
    [InlineData("pending")]
    [InlineData("submitting")]
    [InlineData("unknown")]
    [InlineData("7")]
    [InlineData(" sent")]
    public void Another_state_tells_nothing(string status) =>
        Assert.Null(Read(TwilioPayload.Of("status-sent").With("MessageStatus", status)));

    [Fact]
    public void No_state_tells_nothing() =>
        Assert.Null(Read(TwilioPayload.Of("status-sent").Without("MessageStatus").Without("SmsStatus")));

    [Fact]
    public void The_older_name_of_the_state_is_understood_where_the_other_is_missing()
    {
        var payload = TwilioPayload.Of("status-delivered").With("SmsStatus", "failed");

        Assert.Equal(DeliveryState.Delivered, Read(payload)!.State);
        Assert.Equal(DeliveryState.Failed, Read(payload.Without("MessageStatus"))!.State);
        Assert.Equal(DeliveryState.Failed, Read(payload.With("MessageStatus", ""))!.State);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("E30003")]
    [InlineData("99999999999999999999")]
    public void An_error_code_that_is_none_is_left_out(string code) =>
        Assert.Equal(new DeliveryReport(Sid, DeliveryState.Undelivered), Read(TwilioPayload.Of("status-undelivered").With("ErrorCode", code)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("SM/1")]
    public void A_report_without_SID_is_none(string? sid)
    {
        var payload = sid is null ? TwilioPayload.Of("status-sent").Without("MessageSid") : TwilioPayload.Of("status-sent").With("MessageSid", sid);

        Assert.Equal(new Parsed<DeliveryReport?>.Unusable("MessageSid"), DeliveryReports.Parse(FormParser.Parse(payload.Bytes)!));
    }

    private static DeliveryReport? Read(TwilioPayload payload) =>
        Assert.IsType<Parsed<DeliveryReport?>.Understood>(DeliveryReports.Parse(FormParser.Parse(payload.Bytes)!)).Value;
}
