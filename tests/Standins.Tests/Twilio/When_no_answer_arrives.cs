using System.Net;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Http;
using Twilio.Rest.Api.V2010.Account;

namespace Interactions.Standins.Tests.Twilio;

public sealed class When_no_answer_arrives
{
    [Fact]
    public async Task A_lost_answer_is_a_connection_error_and_nothing_is_sent_again()
    {
        await using var twilio = await TwilioServer.StartAsync(
            script => script.Answers(HttpStatusCode.Created, Answers.Queued).DropsTheAnswer());
        var client = twilio.Client();
        await SendAsync(client);

        // On a connection already used, where a transport that retries would.
        var lost = await Assert.ThrowsAsync<ApiConnectionException>(() => SendAsync(client));

        Assert.IsType<HttpRequestException>(lost.InnerException);
        Assert.Equal(2, twilio.Requests.Count);
    }

    [Fact]
    public async Task A_timeout_is_a_connection_error()
    {
        await using var twilio = await TwilioServer.StartAsync(
            script => script.NeverAnswers(), patience: TimeSpan.FromMilliseconds(200));

        var late = await Assert.ThrowsAsync<ApiConnectionException>(() => SendAsync(twilio.Client()));

        Assert.IsType<TaskCanceledException>(late.InnerException);
    }

    [Fact]
    public async Task Whatever_the_transport_throws_is_a_connection_error()
    {
        var client = new TwilioRestClient("AC1", "secret", httpClient: new NoTransport());

        var failed = await Assert.ThrowsAsync<ApiConnectionException>(() => SendAsync(client));

        Assert.IsType<AuthenticationException>(failed.InnerException);
        Assert.Throws<ApiConnectionException>(() => MessageResource.GetPage("https://api.twilio.com/x", client));
        Assert.DoesNotContain("secret", failed.ToString(), StringComparison.Ordinal);
    }

    private static Task<MessageResource> SendAsync(TwilioRestClient client) =>
        MessageResource.CreateAsync(to: "+15550100002", body: "x", client: client);

    private sealed class NoTransport : global::Twilio.Http.HttpClient
    {
        public override Response MakeRequest(Request request) => throw new AuthenticationException("no key");

        public override Task<Response> MakeRequestAsync(Request request) => throw new AuthenticationException("no key");
    }
}
