using System.Net;
using System.Text.Json.Nodes;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Webhooks;
using Interactions.Functions.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Intake;

public sealed class When_a_message_cannot_be_taken_in
{
    private const string Unconfigured = "+15550100042";

    [Fact]
    public async Task It_is_acknowledged_kept_counted_and_taken_in_once_the_reason_is_gone()
    {
        await using var app = await AloneAsync();
        var customer = new Customer();
        var sid = Customer.NewSid();
        var message = customer.Message("is anybody there? 🙂", sid, Unconfigured).With("Tomorrow", "new & unknown");

        Assert.Equal(new Answer(HttpStatusCode.OK, TwiML.Nothing), await Answer.To(app, message));
        Assert.Equal(new Answer(HttpStatusCode.OK, TwiML.Nothing), await Answer.To(app, message, Answer.Fallback));

        Assert.Equal(1, (int)(await ReadyAsync(app, unprocessed: 1))["storage"]!["unprocessed"]!);
        var listed = Assert.Single((await GetAsync(app, "/api/console/unprocessed"))["items"]!.AsArray())!;
        Assert.Equal((sid, "noLine"), ((string?)listed["sid"], (string?)listed["reason"]));
        Assert.DoesNotContain(customer.Number, listed.ToJsonString(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(app, $"/api/console/unprocessed/{sid}/replay"));
        await ConfigureAsync(app, new(ConfigKind.Lines, "new", $$"""{"queue":"support","addresses":["{{Unconfigured}}"]}"""));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(app, $"/api/console/unprocessed/{sid}/replay"));

        var received = Assert.Single((await customer.LogAsync(app)).Select(entry => entry.Fact).OfType<MessageReceived>());
        Assert.Equal(("is anybody there? 🙂", "new & unknown"), (received.Message.Text, received.Message.Unknown["Tomorrow"]));
        Assert.Single((await customer.ConversationAsync(app)).Active);
        Assert.Empty((await GetAsync(app, "/api/console/unprocessed"))["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(app, $"/api/console/unprocessed/{sid}/replay"));
    }

    [Fact]
    public async Task A_fault_of_our_own_is_no_reason_to_lose_it()
    {
        var broken = new Breakable();
        await using var app = await RunningApp.StartWatchedAsync(new Calls(), change: broken.Replace);
        var customer = new Customer();
        var sid = Customer.NewSid();

        broken.IsBroken = true;
        var answer = await customer.TextsAsync(app, "hello", sid);
        Assert.Equal(new Answer(HttpStatusCode.OK, TwiML.Nothing), answer);
        Assert.Empty(await customer.LogAsync(app));

        broken.IsBroken = false;
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(app, $"/api/console/unprocessed/{sid}/replay"));
        Assert.Single(await customer.LogAsync(app), entry => entry.Fact is MessageReceived);
    }

    [Fact]
    public async Task All_of_them_can_be_taken_in_at_once_and_each_only_once()
    {
        await using var app = await AloneAsync();
        var customers = Enumerable.Range(0, 5).Select(_ => new Customer()).ToArray();
        foreach (var customer in customers)
            await customer.TextsAsync(app, "hello", to: Unconfigured);
        var late = new Customer();
        await late.TextsAsync(app, "hello", to: "+15550100043");
        await ConfigureAsync(app, new(ConfigKind.Lines, "new", $$"""{"queue":"support","addresses":["{{Unconfigured}}"]}"""));

        await Task.WhenAll(PostAsync(app, "/api/console/unprocessed/replay"), PostAsync(app, "/api/console/unprocessed/replay"));

        foreach (var customer in customers)
            Assert.Single(await customer.LogAsync(app), entry => entry.Fact is MessageReceived);
        Assert.Single((await GetAsync(app, "/api/console/unprocessed"))["items"]!.AsArray());
        Assert.Empty(await late.LogAsync(app));
    }

    [Fact]
    public async Task They_are_taken_in_as_they_came_one_after_the_other()
    {
        await using var app = await AloneAsync();
        var customer = new Customer();
        string[] texts = [.. Enumerable.Range(0, 8).Select(n => $"text {n}")];
        foreach (var text in texts)
            await customer.TextsAsync(app, text, to: Unconfigured);
        await ConfigureAsync(app, new(ConfigKind.Lines, "new", $$"""{"queue":"support","addresses":["{{Unconfigured}}"]}"""));

        await PostAsync(app, "/api/console/unprocessed/replay");

        var received = (await customer.LogAsync(app)).Select(entry => entry.Fact).OfType<MessageReceived>().ToArray();
        Assert.Equal(texts, received.Select(fact => fact.Message.Text));
        Assert.Equal(received[0].CameAt, (await customer.ConversationAsync(app)).Active.Single().OpenedAt);
    }

    [Fact]
    public async Task More_than_anybody_writes_is_kept_all_the_same()
    {
        await using var app = await AloneAsync();
        var customer = new Customer();
        const int Many = 200;

        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(n => customer.TextsAsync(app, $"{n}")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        var stored = (await customer.LogAsync(app)).Count(entry => entry.Fact is MessageReceived);
        var kept = await app.Services.GetRequiredService<Unprocessed>().CountAsync(1000, CancellationToken.None);
        Assert.True(stored >= 120 && kept > 0, $"{stored} were stored and {kept} kept.");
        Assert.Equal(Many, stored + kept);

        await customer.TextsAsync(app, "STOP");
        Assert.True((await customer.ConversationAsync(app)).HasOptedOutOf(LineId.Parse("main")));

        await PostAsync(app, "/api/console/unprocessed/replay");
        Assert.Equal(Many + 1, (await customer.LogAsync(app)).Count(entry => entry.Fact is MessageReceived));
    }

    [Fact]
    public async Task What_nobody_wants_can_be_discarded()
    {
        await using var app = await AloneAsync();
        var sid = Customer.NewSid();
        await new Customer().TextsAsync(app, "hello", sid, Unconfigured);

        using var response = await SendAsync(app, "DELETE", $"/api/console/unprocessed/{sid}", "dev-admin-1");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Empty((await GetAsync(app, "/api/console/unprocessed"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Only_an_admin_may_look_and_replay()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        foreach (var (method, path) in new[] { ("GET", "/api/console/unprocessed"), ("POST", "/api/console/unprocessed/replay"), ("POST", "/api/console/unprocessed/SM1/replay"), ("DELETE", "/api/console/unprocessed/SM1") })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(app, method, path, token: null)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(app, method, path, "dev-agent-1")).StatusCode);
        }
    }

    [Fact]
    public async Task A_message_that_comes_to_light_late_is_not_greeted()
    {
        var broken = new Breakable { IsBroken = true };
        await using var app = await RunningApp.StartWatchedAsync(new Calls(), change: broken.Replace);
        var customer = new Customer();
        var sid = Customer.NewSid();
        await customer.TextsAsync(app, "hello", sid, Lines.Talkative);
        broken.IsBroken = false;

        await PostAsync(app, $"/api/console/unprocessed/{sid}/replay");

        Assert.DoesNotContain(await customer.LogAsync(app), entry => entry.Fact is MessageSent);
    }

    // What is kept is kept for all customers.
    private static async Task<RunningApp> AloneAsync() =>
        await RunningApp.StartWatchedAsync(new Calls(), AppSettings.Default with { Storage = await OwnTables.NextAsync() });

    private static async Task ConfigureAsync(RunningApp app, ConfigRow row)
    {
        await app.Services.GetRequiredService<ConfigStore>().PutAsync(row, CancellationToken.None);
        var policies = app.Services.GetRequiredService<PolicySource>();
        policies.Outdate();
        await Eventually.Is(async () => await policies.CurrentAsync(CancellationToken.None), policy => policy.Lines.ContainsKey(LineId.Parse(row.Id)));
    }

    private static Task<JsonNode> ReadyAsync(RunningApp app, int unprocessed) => Eventually.Is(
        async () =>
        {
            // It counts also where it is not ready, as an app is that has just been started.
            using var response = await app.Client.GetAsync("/api/ready");
            return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        },
        report => (int)report["storage"]!["unprocessed"]! == unprocessed);

    private static async Task<JsonNode> GetAsync(RunningApp app, string path)
    {
        using var response = await SendAsync(app, "GET", path, "dev-admin-1");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private static async Task<HttpStatusCode> PostAsync(RunningApp app, string path) => (await SendAsync(app, "POST", path, "dev-admin-1")).StatusCode;

    private static Task<HttpResponseMessage> SendAsync(RunningApp app, string method, string path, string? token)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        return app.Client.SendAsync(request);
    }

    /// <summary>Time that cannot be told: a fault of ours in the middle of taking a message in.</summary>
    private sealed class Breakable : TimeProvider
    {
        public bool IsBroken { get; set; }

        public void Replace(IServiceCollection services)
        {
            services.AddSingleton(provider => new Commit.CommitLoop(
                provider.GetRequiredService<ConversationStore>(),
                provider.GetRequiredService<Commit.Announcer>(),
                provider.GetRequiredService<Commit.Reservations>(),
                provider.GetRequiredService<Commit.GivingBack>(),
                provider.GetRequiredService<NumberLeases>(),
                provider.GetRequiredService<PolicySource>(),
                provider.GetRequiredService<Commit.Turns>(),
                this,
                provider.GetRequiredService<Microsoft.Extensions.Logging.ILogger<Commit.CommitLoop>>()));
        }

        public override DateTimeOffset GetUtcNow() => IsBroken
            ? throw new InvalidOperationException("No clock.")
            : base.GetUtcNow();
    }
}
