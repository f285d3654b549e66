using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Interactions.Functions.Messaging.Provider;
using Interactions.Functions.Security;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Webhooks;
using Interactions.Simulator;
using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Tests.Security;

/// <summary>Two tokens are good for a while: nobody knows in which moment Twilio changes from one to the other.</summary>
public sealed class When_the_token_is_rotated
{
    private const string Old = "the-token-so-far";
    private const string New = "the-token-from-now-on";

    private static readonly Dictionary<string, string?> Both = new() { ["Twilio:AuthToken"] = New, ["Twilio:PreviousAuthToken"] = Old };

    [Theory]
    [InlineData(Old)]
    [InlineData(New)]
    public async Task Whichever_Twilio_uses_texts_come_in_and_each_answer_goes_out_once(string token)
    {
        await using var both = await PhonesAndApp.StartAsync(new() { Numbers = PhonesAndApp.Numbers, AuthToken = token }, settings: Both, sends: true);
        var (team, customer) = (await both.TeamAsync(), new Customer());

        Assert.Equal(200, (await both.TextsAsync(customer, "My parcel has not arrived", team.Number)).Status);
        var id = (await customer.ConversationAsync(both.App)).Active.Single().Id;
        await team.Seat(both.App).OrdersAsync("claim", id);
        foreach (var text in (string[])["Which one?", "And since when?"])
            await team.Seat(both.App).OrdersAsync("messages", id, $$"""{"text":"{{text}}"}""");

        var sent = await Eventually.Is(
            () => Task.FromResult(both.Phones.Messages.Where(message => !message.IsInbound).Select(message => message.Body).ToArray()), sent => sent.Length >= 2);
        Assert.Equal(["Which one?", "And since when?"], sent);

        // What did not work is not tried each time.
        Assert.Equal(token == New ? 2 : 3, both.Phones.Requests[RequestKind.Create]);
        using var ready = await both.App.Client.GetAsync(new Uri("api/ready", UriKind.Relative));
        Assert.Contains("\"stopped\":[]", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Old, HttpStatusCode.OK)]
    [InlineData(New, HttpStatusCode.OK)]
    [InlineData("a-third", HttpStatusCode.Forbidden)]
    [InlineData("", HttpStatusCode.Forbidden)]
    public async Task A_webhook_is_trusted_with_either_and_with_no_other(string token, HttpStatusCode expected)
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls(), await SettingsAsync(Both));
        using var request = new Customer().Message("Hello").PostTo(Webhooks.Answer.Inbound, authToken: token);

        using var response = await app.Client.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    // The procedure of docs/operating.md: whether a token is known can be seen before Twilio uses it.
    [Theory]
    [InlineData(New, HttpStatusCode.BadRequest)]
    [InlineData("a-third", HttpStatusCode.Forbidden)]
    public async Task Whether_a_token_is_known_shows_in_a_webhook_without_a_message(string token, HttpStatusCode expected)
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls(), await SettingsAsync(Both));
        var signature = Signer.Sign($"{TwilioPayload.PublicBaseUrl}{Webhooks.Answer.Inbound}AccountSid{TwilioPayload.Account}", [], token);
        using var request = new HttpRequestMessage(HttpMethod.Post, Webhooks.Answer.Inbound);
        request.Content = new FormUrlEncodedContent([new("AccountSid", TwilioPayload.Account)]);
        request.Headers.Add("X-Twilio-Signature", signature);

        using var response = await app.Client.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task It_stops_only_where_neither_is_taken_and_goes_on_with_the_one_that_is()
    {
        using var wire = new Wire { Taken = "neither" };
        using var client = new HttpClient(new EitherToken(SettingsOf(New, Old), new AtMostOnce { InnerHandler = wire }));

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(client));
        wire.Taken = Old;
        Assert.Equal(HttpStatusCode.Created, await PostAsync(client));
        Assert.Equal(HttpStatusCode.Created, await PostAsync(client));
        wire.Taken = New;
        Assert.Equal(HttpStatusCode.Created, await PostAsync(client));

        Assert.Equal([(New, Text), (Old, Text), (New, Text), (Old, Text), (Old, Text), (Old, Text), (New, Text)], wire.Asked);
    }

    [Theory]
    [InlineData("""{"code":20403,"status":401}""")]
    [InlineData("""<html>Sign in to the network</html>""")]
    [InlineData("")]
    public async Task What_may_have_been_carried_out_is_not_asked_for_twice(string answer)
    {
        using var wire = new Wire { Taken = Old, Refusal = answer };
        using var client = new HttpClient(new EitherToken(SettingsOf(New, Old), new AtMostOnce { InnerHandler = wire }));

        Assert.Equal((HttpStatusCode.Unauthorized, answer), await AnswerAsync(client));

        Assert.Equal([(New, Text)], wire.Asked);
    }

    [Fact]
    public async Task Reading_is_tried_with_the_other_whatever_was_answered_and_without_credentials_it_is_not()
    {
        using var wire = new Wire { Taken = Old, Refusal = "<RestException/>" };
        using var client = new HttpClient(new EitherToken(SettingsOf(New, Old), wire));
        using var withCredentials = new HttpRequestMessage(HttpMethod.Get, "https://api.twilio.com/media") { Headers = { Authorization = CredentialsOf(New) } };

        using var read = await client.SendAsync(withCredentials);
        using var elsewhere = await client.GetAsync(new Uri("https://media.twiliocdn.com/media"));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Unauthorized), (read.StatusCode, elsewhere.StatusCode));
        Assert.Equal([(New, ""), (Old, ""), ("", "")], wire.Asked);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(New)]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://vault.example.com/secrets/twilio-previous-auth-token)")]
    public void There_is_only_one_where_no_other_is_said_or_it_cannot_be_read(string? previous) => Assert.Equal([New], SettingsOf(New, previous).AuthTokens);

    [Fact]
    public void A_reference_that_nobody_followed_is_no_token() => Assert.StartsWith(
        "The setting Twilio__AuthToken refers to a secret that could not be read",
        Assert.Throws<Interactions.Functions.Hosting.SettingException>(
            () => SettingsOf("@Microsoft.KeyVault(SecretUri=https://vault.example.com/secrets/twilio-auth-token)", null)).Message,
        StringComparison.Ordinal);

    private const string Text = "Body=Hello";

    private static TwilioSettings SettingsOf(string token, string? previous) => TwilioSettings.From(new ConfigurationBuilder().AddInMemoryCollection(
    [
        new("Twilio:AccountSid", TwilioPayload.Account),
        new("Twilio:AuthToken", token),
        new("Twilio:PreviousAuthToken", previous),
        new("Interactions:PublicBaseUrl", TwilioPayload.PublicBaseUrl),
    ]).Build());

    private static async Task<AppSettings> SettingsAsync(Dictionary<string, string?> more) =>
        AppSettings.Default with { Storage = await SharedAzurite.NextAsync(), More = more };

    private static AuthenticationHeaderValue CredentialsOf(string token) => EitherToken.CredentialsOf(TwilioPayload.Account, token);

    private static async Task<HttpStatusCode> PostAsync(HttpClient client) => (await AnswerAsync(client)).Status;

    // Twilio's own client reads what is answered as a stream.
    private static async Task<(HttpStatusCode Status, string Said)> AnswerAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.twilio.com/Messages.json") { Headers = { Authorization = CredentialsOf(New) } };
        request.Content = new FormUrlEncodedContent([new("Body", "Hello")]);
        using var response = await client.SendAsync(request);
        using var said = new StreamReader(await response.Content.ReadAsStreamAsync());
        return (response.StatusCode, await said.ReadToEndAsync());
    }

    /// <summary>Takes one token, and notes with which each request came and what it said.</summary>
    private sealed class Wire : HttpMessageHandler
    {
        public required string Taken { get; set; }

        public string Refusal { get; init; } = """{"code":20003,"message":"Authenticate","status":401}""";

        public List<(string Token, string Text)> Asked { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var token = request.Headers.Authorization is { Parameter: { } parameter }
                ? Encoding.UTF8.GetString(Convert.FromBase64String(parameter))[(TwilioPayload.Account.Length + 1)..]
                : "";
            Asked.Add((token, request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : ""));
            return token == Taken
                ? new HttpResponseMessage(HttpStatusCode.Created)
                : new HttpResponseMessage(HttpStatusCode.Unauthorized) { Content = new StringContent(Refusal) };
        }
    }
}
