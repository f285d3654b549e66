using System.Net;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;

namespace Interactions.Standins.Tests.Twilio;

public sealed class When_twilio_refuses
{
    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, 20429, "Too Many Requests")]
    [InlineData(HttpStatusCode.BadRequest, 21610, "Attempt to send to unsubscribed recipient")]
    [InlineData(HttpStatusCode.NotFound, 20404, "The requested resource was not found")]
    [InlineData(HttpStatusCode.Unauthorized, 20003, "Authenticate")]
    public async Task The_error_carries_twilios_code_and_text(HttpStatusCode status, int code, string text)
    {
        var refusal = await RefusalAsync(status, Answers.Error(code, (int)status, text));

        Assert.Equal(code, refusal.Code);
        Assert.Equal((int)status, refusal.Status);
        Assert.Equal(text, refusal.Message);
        Assert.Equal($"https://www.twilio.com/docs/errors/{code}", refusal.MoreInfo);
        Assert.Null(refusal.Details);
    }

    [Fact]
    public async Task Details_come_as_plain_values()
    {
        var refusal = await RefusalAsync(
            HttpStatusCode.BadRequest, """{ "code": 1, "details": { "a": "b", "n": 3, "d": 1.5, "t": true, "z": null } }""");

        var expected = new Dictionary<string, object> { ["a"] = "b", ["n"] = 3L, ["d"] = 1.5, ["t"] = true, ["z"] = null! };
        Assert.Equal(expected, refusal.Details);
    }

    [Fact]
    public async Task A_json_body_without_a_code_still_carries_the_status()
    {
        var refusal = await RefusalAsync(HttpStatusCode.ServiceUnavailable, "{}");

        Assert.Equal((0, 503), (refusal.Code, refusal.Status));
        Assert.NotEmpty(refusal.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Bad Gateway</html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{ "code": null }""")]
    public async Task A_body_that_is_not_twilios_carries_neither_code_nor_status(string body)
    {
        var refusal = await RefusalAsync(HttpStatusCode.InternalServerError, body);

        Assert.Equal((0, 0), (refusal.Code, refusal.Status));
        Assert.Contains("InternalServerError", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(body, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var twilio = await TwilioServer.StartAsync(
            script => script.Answers(HttpStatusCode.TemporaryRedirect, "<html>"));

        await Assert.ThrowsAsync<ApiException>(() => MessageResource.FetchAsync("SM1", client: twilio.Client()));
        Assert.Single(twilio.Requests);
    }

    private static async Task<ApiException> RefusalAsync(HttpStatusCode status, string body)
    {
        await using var twilio = await TwilioServer.StartAsync(script => script.Answers(status, body));
        return await Assert.ThrowsAsync<ApiException>(
            () => MessageResource.CreateAsync(to: "+15550100002", body: "x", client: twilio.Client()));
    }
}
