using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Interactions.Domain.Interactions;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Webhooks;
using Interactions.Functions.Webhooks;

namespace Interactions.Functions.Tests.Intake;

/// <summary>Whoever operates this reads its logs, down to the last detail, and learns nothing about any customer.</summary>
public sealed partial class When_logs_are_read : IAsyncLifetime, IDisposable
{
    private const string Text = "my secret order is Zwetschge-4711";
    private const string Name = "Quittenbaum";
    private const string Place = "1 Mirabelle Street";
    private const string Word = "Brombeerhecke";
    private const string Nowhere = "+15550100188";

    private readonly RecordedLogs _logs = new();
    private readonly Calls _calls = new();
    private readonly Customer _customer = new();
    private readonly List<string> _signatures = ["a-signature-that-is-wrong"];
    private RunningApp _app = null!;
    private RunningApp _other = null!;

    public async Task InitializeAsync()
    {
        _app = await RunningApp.StartWatchedAsync(_calls, change: _logs.RecordIn);
        _other = await RunningApp.StartWatchedAsync(new Calls(), _app.Settings, _logs.RecordIn);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _other.DisposeAsync();
    }

    public void Dispose() => _logs.Dispose();

    [Fact]
    public async Task Nothing_personal_and_no_secret_is_in_them()
    {
        await CustomersWriteAsync();
        await TwilioReportsAsync();
        await StrangersKnockAsync();
        await StorageAndBusFailAsync();
        await ManyWriteAtOnceAsync();
        await AMessageIsKeptUnprocessedAsync();
        await AgentsLookAroundAsync();

        var records = _logs.Records;
        AssertTell(records, "A webhook was put off", "is kept unprocessed (noLine)", "A status callback speaks of message", "Deciding again");
        foreach (var secret in Secrets())
            Assert.DoesNotContain(records, record => record.Contains(secret, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(records, record => ACustomersNumber().IsMatch(record));
    }

    [GeneratedRegex(@"1\d{3}55501\d{2}")]
    private static partial Regex ACustomersNumber();

    private IEnumerable<string> Secrets() =>
    [
        _customer.Number[1..], Lines.Main[1..], Lines.Talkative[1..], Nowhere[1..],
        Text, Uri.EscapeDataString(Text), Name, Place, Word, Lines.Greeting,
        TwilioPayload.AuthToken, "dev-agent-1", "dev-admin-1", "Bearer ", .. _signatures,
        "SharedKeyLite ", "AccountKey=", "Eby8vdM02xNOcq", "SharedAccessKey=",
    ];

    private static void AssertTell(IReadOnlyList<string> records, params string[] messages) =>
        Assert.All(messages, message => Assert.Contains(records, record => record.Contains(message, StringComparison.Ordinal)));

    private async Task CustomersWriteAsync()
    {
        var chat = "whatsapp:" + _customer.Number;
        await TakenAsync(_customer.Message(Text));
        await TakenAsync(_customer.Message(Text, to: Lines.Talkative));
        await TakenAsync(Kept.Fresh(TwilioPayload.Of("mms-two-media")).From(_customer.Number).Text(Text));
        await TakenAsync(Kept.Fresh(TwilioPayload.Of("whatsapp-button")).From(chat).With("ProfileName", Name).With("ButtonText", Text));
        await TakenAsync(Kept.Fresh(TwilioPayload.Of("whatsapp-location")).From(chat).With("ProfileName", Name).With("Address", Place));
        await TakenAsync(_customer.Message("STOP"));
        var again = _customer.Message(Text);
        await TakenAsync(again);
        await TakenAsync(again);
    }

    private async Task TwilioReportsAsync()
    {
        var sequence = await Situation.ReplyAsync(_app, _customer, await OnTalkativeAsync(), Text);
        foreach (var query in (string[])[$"?profile={_customer.Profile}&sequence={sequence}", $"?profile={_customer.Profile}&sequence=99", ""])
            await Answer.To(_app, TwilioPayload.Of("status-undelivered").To(_customer.Number), "/api/twilio/status" + query);
    }

    private async Task<Domain.Values.InteractionId> OnTalkativeAsync()
    {
        var id = (await _customer.ConversationAsync(_app)).Active.Single(open => open.Line.Value == "talkative").Id;
        await Situation.OrderAsync(_app, _customer, new Claim(id, Situation.Agent));
        return id;
    }

    private async Task StrangersKnockAsync()
    {
        foreach (var path in (string[])[Answer.Inbound, Answer.Fallback, "/api/twilio/status"])
        {
            var wrong = _customer.Message(Text).PostTo(path);
            wrong.Headers.Remove("X-Twilio-Signature");
            wrong.Headers.Add("X-Twilio-Signature", _signatures[0]);
            await SendAsync(wrong, HttpStatusCode.Forbidden);
            await SendAsync(_customer.Message(new string('x', 70_000) + Text).PostTo(path), HttpStatusCode.RequestEntityTooLarge);
            await SendAsync(_customer.Message(Text).Without("MessageSid").PostTo(path), HttpStatusCode.BadRequest);
        }
    }

    private async Task StorageAndBusFailAsync()
    {
        for (var call = 0; call < 6; call++)
        {
            var message = new Customer().Message(Text, to: Lines.Talkative).With("ProfileName", Name);
            _calls.DieAt(call, afterEffect: call % 2 == 0);
            await Answer.To(_app, message);
            _calls.Revive();
            await TakenAsync(message, Answer.Fallback);
        }
    }

    private async Task ManyWriteAtOnceAsync() => await Task.WhenAll(Enumerable.Range(0, 40).Select(async n =>
    {
        using var response = await (n % 2 == 0 ? _app : _other).Client.SendAsync(_customer.Message(Text).PostTo(Answer.Inbound));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }));

    private async Task AMessageIsKeptUnprocessedAsync()
    {
        var sid = Customer.NewSid();
        Assert.Equal(new Answer(HttpStatusCode.OK, TwiML.Nothing), await Answer.To(_app, _customer.Message(Text, sid, Nowhere)));
        await AskAsync(HttpStatusCode.OK, "GET", "/api/console/unprocessed", "dev-admin-1");
        await AskAsync(HttpStatusCode.Conflict, "POST", $"/api/console/unprocessed/{sid}/replay", "dev-admin-1");
        await AskAsync(HttpStatusCode.Forbidden, "POST", $"/api/console/unprocessed/{sid}/replay", "dev-agent-1");
    }

    private async Task AgentsLookAroundAsync()
    {
        await AskAsync(HttpStatusCode.Created, "POST", "/api/users", "dev-admin-1", $$"""{"id":"u{{Guid.NewGuid():N}}","name":"{{Name}}","addresses":["tel:{{_customer.Number}}"]}""");
        await AskAsync(HttpStatusCode.Conflict, "POST", "/api/users", "dev-admin-1", $$"""{"name":"{{Name}}","addresses":["tel:{{_customer.Number}}"]}""");
        await AskAsync(HttpStatusCode.BadRequest, "POST", "/api/users", "dev-admin-1", $$"""{"name":"{{Name}}","addresses":"{{_customer.Number}}" """);
        await AskAsync(HttpStatusCode.OK, "GET", $"/api/users?profile={_customer.Profile}", "dev-agent-1");
        await AskAsync(HttpStatusCode.OK, "GET", $"/api/profiles/{_customer.Profile}", "dev-agent-1");
        await AskAsync(HttpStatusCode.OK, "GET", $"/api/profiles/{_customer.Profile}/log?q={Word}", "dev-agent-1");
        await AskAsync(HttpStatusCode.OK, "GET", $"/api/interactions/{_customer.Profile}.1/log", "dev-agent-1");
    }

    private async Task TakenAsync(TwilioPayload payload, string path = Answer.Inbound) => await SendAsync(payload.PostTo(path), HttpStatusCode.OK);

    private async Task SendAsync(HttpRequestMessage request, HttpStatusCode expected)
    {
        _signatures.AddRange(request.Headers.GetValues("X-Twilio-Signature"));
        using (request)
        using (var response = await _app.Client.SendAsync(request))
            Assert.Equal(expected, response.StatusCode);
    }

    private async Task AskAsync(HttpStatusCode expected, string method, string path, string token, string? json = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Authorization = new("Bearer", token);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _app.Client.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
    }
}
