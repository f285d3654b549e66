using System.Net;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Rest.Api.V2010.Account.Message;

namespace Interactions.Standins.Tests.Twilio;

public sealed class When_a_message_is_read
{
    [Fact]
    public async Task It_is_fetched_by_its_sid()
    {
        await using var twilio = await TwilioServer.StartAsync(script => script.Answers(HttpStatusCode.OK, Answers.Queued));

        var message = await MessageResource.FetchAsync("SM00000000000000000000000000000001", client: twilio.Client());

        Assert.Equal("SM00000000000000000000000000000001", message.Sid);
        Assert.Equal("GET", twilio.Request.Method);
        Assert.Equal(
            "/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages/SM00000000000000000000000000000001.json",
            twilio.Request.Target);
        Assert.Equal("", twilio.Request.Body);
    }

    [Fact]
    public void A_sender_not_chosen_yet_is_a_number_without_text() =>
        Assert.Null(MessageResource.FromJson("""{ "from": null }""").From.ToString());

    [Fact]
    public void A_status_this_library_does_not_know_is_kept() =>
        Assert.Equal("teleported", MessageResource.FromJson("""{ "status": "teleported" }""").Status.ToString());

    [Theory]
    [InlineData("""{ "error_code": 30008, "num_segments": 3, "price": -0.0075 }""")]
    [InlineData("""{ "error_code": "30008", "num_segments": "3", "price": "-0.0075" }""")]
    public void Numbers_may_come_quoted_or_not(string json)
    {
        var message = MessageResource.FromJson(json);

        Assert.Equal(30008, message.ErrorCode);
        Assert.Equal("3", message.NumSegments);
        Assert.Equal("-0.0075", message.Price);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("""{ "date_sent": "yesterday" }""")]
    public void What_is_not_a_message_is_an_error(string json) =>
        Assert.Throws<ApiException>(() => MessageResource.FromJson(json));

    [Fact]
    public async Task Its_media_are_listed()
    {
        const string List = """
            { "media_list": [{ "sid": "ME1", "parent_sid": "MM1", "content_type": "image/png" }], "uri": "/x", "page_size": 50 }
            """;
        await using var twilio = await TwilioServer.StartAsync(script => script.Answers(HttpStatusCode.OK, List));

        var media = Assert.Single(await MediaResource.ReadAsync("MM1", limit: 10, client: twilio.Client()));

        Assert.Equal(("ME1", "MM1", "image/png"), (media.Sid, media.ParentSid, media.ContentType));
        Assert.Equal(
            "/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages/MM1/Media.json?PageSize=10",
            twilio.Request.Target);
    }

    [Fact]
    public async Task One_of_its_media_is_fetched_by_both_sids()
    {
        await using var twilio = await TwilioServer.StartAsync(
            script => script.Answers(HttpStatusCode.OK, """{ "sid": "ME1" }"""));

        var media = await MediaResource.FetchAsync("MM1", "ME1", client: twilio.Client());

        Assert.Equal("ME1", media.Sid);
        Assert.Equal(
            "/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages/MM1/Media/ME1.json", twilio.Request.Target);
    }
}
