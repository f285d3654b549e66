using System.Net;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Webhooks;
using Interactions.Functions.Webhooks;

namespace Interactions.Functions.Tests.Intake;

public sealed class When_a_request_is_not_what_it_should_be(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Signature = "X-Twilio-Signature";
    private const string OtherAccount = "AC00000000000000000000000000000001";
    private static readonly string[] Paths = [Answer.Inbound, Answer.Fallback, "/api/twilio/status"];
    private readonly RunningApp _app = shared.App;

    public static TheoryData<string> Doors => [.. Paths];

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Whoever_is_not_twilio_about_our_account_is_403(string path)
    {
        var payload = Kept.Fresh(TwilioPayload.Of("sms"));
        var right = payload.Signature(path);

        await RefusedAsync(403, Signed(payload, path));
        await RefusedAsync(403, Signed(payload, path, ""));
        await RefusedAsync(403, Signed(payload, path, "wrong"));
        await RefusedAsync(403, Signed(payload, path, right[..^2] + "=="));
        await RefusedAsync(403, Signed(payload, path, right, right));
        await RefusedAsync(403, Signed(payload, path, payload.Signature(path + "/")));
        await RefusedAsync(403, Signed(payload, path + "?profile=a", right));
        await RefusedAsync(403, Signed(payload, path, payload.Signature(Paths.First(other => other != path))));
        await RefusedAsync(403, payload.PostTo(path, authToken: "another token"));
        await RefusedAsync(403, payload.PostTo(path, publicBaseUrl: "https://elsewhere.example.com"));
        await RefusedAsync(403, Signed(payload.Text("another text"), path, right));
        await RefusedAsync(403, Signed(payload.Adding("Body", "one more"), path, right));
        await RefusedAsync(403, payload.With("AccountSid", OtherAccount).PostTo(path));
        await RefusedAsync(403, payload.Adding("AccountSid", OtherAccount).PostTo(path));
        await RefusedAsync(403, payload.Without("AccountSid").PostTo(path));
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_form_that_is_none_is_400(string path)
    {
        foreach (var body in (string[])["Body=100%", "Body=%zz", "Body=%FF%FE", string.Join('&', Enumerable.Repeat("a=1", 1025))])
        {
            using var content = new StringContent(body);
            content.Headers.ContentType = new("application/x-www-form-urlencoded");
            await RefusedAsync(400, new HttpRequestMessage(HttpMethod.Post, path) { Content = content, Headers = { { Signature, "x" } } });
        }
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task More_than_64_KiB_are_413_announced_or_not(string path)
    {
        var payload = Kept.Fresh(TwilioPayload.Of("sms")).Text(new string('x', 64 * 1024));
        await RefusedAsync(413, payload.PostTo(path));

        var inChunks = payload.PostTo(path);
        inChunks.Headers.TransferEncodingChunked = true;
        await RefusedAsync(413, inChunks);
    }

    [Theory]
    [InlineData("MessageSid", null)]
    [InlineData("MessageSid", "")]
    [InlineData("MessageSid", "../../secret")]
    [InlineData("From", null)]
    [InlineData("From", " ")]
    [InlineData("From", "whatsapp:")]
    [InlineData("To", null)]
    [InlineData("To", "\u0001")]
    public async Task A_signed_message_without_SID_sender_or_receiver_is_400(string name, string? value)
    {
        var payload = Kept.Fresh(TwilioPayload.Of("sms"));
        payload = value is null ? payload.Without(name) : payload.With(name, value);

        await RefusedAsync(400, payload.PostTo(Answer.Inbound));
        await RefusedAsync(400, payload.PostTo(Answer.Fallback));
    }

    [Fact]
    public async Task A_signed_report_without_a_SID_is_400()
    {
        const string Path = "/api/twilio/status";
        await RefusedAsync(400, TwilioPayload.Of("status-sent").Without("MessageSid").PostTo(Path));
        await RefusedAsync(400, TwilioPayload.Of("status-sent").Sid("no SID").PostTo(Path));
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task There_is_nothing_to_get(string path)
    {
        foreach (var method in (string[])["GET", "HEAD", "PUT", "DELETE", "PATCH", "BREW"])
        {
            using var response = await _app.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Whatever_bytes_come_it_is_never_our_fault(string path)
    {
        foreach (var request in Nasty.Requests(path))
        {
            shared.Calls.Forget();

            var status = await Raw.SendAsync(_app, request);

            Assert.True(status is 0 or (>= 400 and < 500), $"{status}: {request[..Math.Min(request.Length, 200)]}");
            Assert.Empty(shared.Calls.Made);
        }
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Whatever_twilio_signs_it_is_never_our_fault(string path)
    {
        var door = path == Answer.Inbound || path == Answer.Fallback ? "sms" : "status-undelivered";
        foreach (var (name, value) in Nasty.Fields)
        {
            var payload = Kept.Fresh(TwilioPayload.Of(door));

            var answer = await Answer.To(_app, payload.With(name, value), path);

            Assert.True((int)answer.Status is 200 or 204 or 400, $"{answer.Status}: {name}={value[..Math.Min(value.Length, 100)]}");
        }
    }

    [Fact]
    public async Task The_next_good_request_is_answered_as_ever()
    {
        var customer = new Customer();

        Assert.Equal(new Answer(HttpStatusCode.OK, TwiML.Nothing), await customer.TextsAsync(_app, "hello"));
        Assert.Single(await customer.LogAsync(_app), entry => entry.Fact is Domain.Interactions.MessageReceived);
    }

    private static HttpRequestMessage Signed(TwilioPayload payload, string path, params string[] signatures)
    {
        var request = payload.PostTo(path);
        request.Headers.Remove(Signature);
        foreach (var signature in signatures)
            request.Headers.TryAddWithoutValidation(Signature, signature);
        return request;
    }

    private async Task RefusedAsync(int status, HttpRequestMessage request)
    {
        shared.Calls.Forget();
        using (request)
        using (var response = await _app.Client.SendAsync(request))
        {
            Assert.Equal(status, (int)response.StatusCode);
            Assert.Empty(shared.Calls.Made);
        }
    }
}
