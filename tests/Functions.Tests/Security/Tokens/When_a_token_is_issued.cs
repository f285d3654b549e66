using System.Globalization;
using System.Net;
using Interactions.Functions.Tests.Console;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Security.Tokens;

public sealed class When_a_token_is_issued(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task It_is_shown_this_once()
    {
        var agent = await _app.NewAgentAsync();

        var reply = await _app.IssueAsync(agent, """{"label":"Front desk 🙂","expiresAt":"2090-01-02T03:04:05Z"}""");

        Assert.Equal(HttpStatusCode.Created, reply.Status);
        Assert.True(reply.Headers.CacheControl?.NoStore);
        Assert.Matches("^ims_[A-Za-z0-9_-]{43}$", (string?)reply["token"]);
        Assert.Matches("^t-[a-z2-7]{12}$", (string?)reply["id"]);
        Assert.Equal(agent, (string?)reply["agent"]);
        Assert.Equal("Front desk 🙂", (string?)reply["label"]);
        Assert.Equal("2090-01-02T03:04:05Z", (string?)reply["expiresAt"]);
        var listed = (await _app.ListAsync(agent))["items"].AsArray().Single()!;
        Assert.DoesNotContain((string)reply["token"]!, listed.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((string?)reply["id"], (string?)listed["id"]);
        Assert.Equal("admin-1", (string?)listed["createdBy"]);
        Assert.Equal((string?)reply["createdAt"], (string?)listed["createdAt"]);
        Assert.Null(listed["lastUsedAt"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("""{"label":null,"expiresAt":null}""")]
    public async Task Nothing_has_to_be_said(string? json)
    {
        var reply = await _app.IssueAsync(await _app.NewAgentAsync(), json);

        Assert.Equal(HttpStatusCode.Created, reply.Status);
        Assert.Null(reply.Body!["label"]);
        Assert.Null(reply.Body["expiresAt"]);
    }

    [Theory]
    [InlineData("""{"label":""}""", "invalid-field", "label")]
    [InlineData("""{"label":"  "}""", "invalid-field", "label")]
    [InlineData("""{"label":"a\nb"}""", "invalid-field", "label")]
    [InlineData("""{"label":7}""", "invalid-field", "label")]
    [InlineData("""{"expiresAt":"2001-01-01T00:00:00Z"}""", "invalid-field", "expiresAt")]
    [InlineData("""{"expiresAt":"tomorrow"}""", "invalid-field", "expiresAt")]
    [InlineData("""{"expiresAt":"9999-99-01T00:00:00Z"}""", "invalid-field", "expiresAt")]
    [InlineData("""{"role":"admin"}""", "unknown-field", "role")]
    [InlineData("""{"hash":"x"}""", "unknown-field", "hash")]
    public async Task What_is_said_wrongly_is_named(string json, string reason, string field)
    {
        var reply = await _app.IssueAsync(await _app.NewAgentAsync(), json);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("urn:interactions:" + reason, reply.Type);
        Assert.Equal(field, (string?)reply.Body!["field"] ?? field);
    }

    [Fact]
    public async Task A_label_has_its_length()
    {
        var agent = await _app.NewAgentAsync();

        Assert.Equal(HttpStatusCode.Created, (await _app.IssueAsync(agent, $$"""{"label":"{{new string('a', 200)}}"}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _app.IssueAsync(agent, $$"""{"label":"{{new string('a', 201)}}"}""")).Status);
    }

    [Fact]
    public async Task Only_who_is_configured_gets_one()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _app.IssueAsync(Admin.NewId())).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _app.IssueAsync("Not%20an%20id")).Status);
    }

    [Theory]
    [InlineData("dev-agent-1")]
    [InlineData("dev-supervisor-1")]
    public async Task Only_admins_issue_list_and_revoke(string token)
    {
        var agent = await _app.NewAgentAsync();
        var (id, secret) = await _app.IssuedAsync(agent);

        Assert.Equal(HttpStatusCode.Forbidden, (await _app.IssueAsync(agent, admin: token)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _app.ReadAsync($"/api/console/agents/{agent}/tokens", token)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _app.RemoveAsync($"/api/console/agents/{agent}/tokens/{id}", token: token)).Status);
        Assert.True(await _app.LetsInAsync(secret));
    }

    [Fact]
    public async Task The_same_request_again_is_told_which_one_it_was_and_not_the_secret()
    {
        var (agent, key) = (await _app.NewAgentAsync(), Admin.NewId());
        var first = await _app.IssueAsync(agent, """{"label":"one"}""", key);

        var again = await _app.IssueAsync(agent, """{"label":"one"}""", key);

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal("urn:interactions:token-issued", again.Type);
        Assert.Equal((string?)first["id"], (string?)again["tokenId"]);
        Assert.DoesNotContain((string)first["token"]!, again.Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Single((await _app.ListAsync(agent))["items"].AsArray());
        Assert.True(await _app.LetsInAsync((string)first["token"]!));
    }

    [Fact]
    public async Task The_same_key_means_another_token_with_another_body_agent_or_caller()
    {
        var (agent, other, key) = (await _app.NewAgentAsync(), await _app.NewAgentAsync(), Admin.NewId());
        var first = await _app.IssueAsync(agent, """{"label":"one"}""", key);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _app.IssueAsync(agent, """{"label":"two"}""", key)).Status);
        Assert.Equal(HttpStatusCode.Created, (await _app.IssueAsync(other, """{"label":"one"}""", key)).Status);
        var others = await _app.IssueAsync(agent, """{"label":"one"}""", key, "dev-admin-2");
        Assert.Equal(HttpStatusCode.Created, others.Status);
        Assert.NotEqual((string?)first["id"], (string?)others["id"]);
    }

    [Fact]
    public async Task Of_many_equal_requests_at_once_one_is_given_it()
    {
        var (agent, key) = (await _app.NewAgentAsync(), Admin.NewId());

        var replies = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => _app.IssueAsync(agent, key: key)));

        var issued = Assert.Single(replies, reply => reply.Status == HttpStatusCode.Created);
        Assert.All(replies.Except([issued]), reply => Assert.Equal(HttpStatusCode.Conflict, reply.Status));
        Assert.True(await _app.LetsInAsync((string)issued["token"]!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("LONG")]
    public async Task A_key_has_its_length(string key) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _app.IssueAsync(await _app.NewAgentAsync(), key: key.Replace("LONG", new string('k', 256), StringComparison.Ordinal))).Status);

    [Fact]
    public async Task They_are_listed_page_by_page()
    {
        var agent = await _app.NewAgentAsync();
        var issued = new List<string>();
        for (var n = 0; n < 5; n++)
            issued.Add((await _app.IssuedAsync(agent, string.Create(CultureInfo.InvariantCulture, $$"""{"label":"{{n}}"}"""))).Id);

        var listed = new List<string>();
        for (var query = "?limit=2"; query.Length > 0;)
        {
            var page = await _app.ListAsync(agent, query);
            listed.AddRange(page["items"].AsArray().Select(item => (string)item!["id"]!));
            query = (string?)page.Body!["cursor"] is { } cursor ? $"?limit=2&cursor={cursor}" : "";
        }

        Assert.Equal(issued.Order(StringComparer.Ordinal), listed);
        Assert.Empty((await _app.ListAsync(Admin.NewId()))["items"].AsArray());
        Assert.Equal(HttpStatusCode.BadRequest, (await _app.ListAsync(agent, "?limit=201")).Status);
    }

    [Fact]
    public async Task When_it_was_used_last_is_noted_every_five_minutes()
    {
        var clock = new MovableClock();
        var calls = new Calls();
        await using var app = await RunningApp.StartWatchedAsync(calls, change: services => services.Replace(clock));
        var agent = await app.NewAgentAsync();
        var (_, secret) = await app.IssuedAsync(agent);
        await app.LetsInAsync(secret);
        var first = await Eventually.Is(() => LastUseAsync(app, agent), used => used is not null);
        Assert.Equal(clock.GetUtcNow().UtcDateTime, first);
        calls.Forget();

        clock.Pass(TimeSpan.FromSeconds(299));
        await app.LetsInAsync(secret);
        clock.Pass(TimeSpan.FromSeconds(1));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.LetsInAsync(secret)));

        Assert.Equal(clock.GetUtcNow().UtcDateTime, await Eventually.Is(() => LastUseAsync(app, agent), used => used != first));
        Assert.True(await app.LetsInAsync(secret));
    }

    [Fact]
    public async Task Nobody_is_turned_away_or_kept_waiting_because_their_use_cannot_be_noted()
    {
        var calls = new Calls();
        await using var app = await RunningApp.StartWatchedAsync(calls);
        var (_, secret) = await app.IssuedAsync(await app.NewAgentAsync());
        var noted = new TaskCompletionSource();
        calls.Meet((name, call) => name == "PUT Tokens" ? new(noted.Task.ContinueWith(_ => throw Calls.Fault(name), TaskScheduler.Default)) : call());

        Assert.True(await app.LetsInAsync(secret));
        noted.SetResult();
        Assert.True(await app.LetsInAsync(secret));
    }

    private static async Task<DateTime?> LastUseAsync(RunningApp app, string agent) =>
        (DateTime?)(await app.ListAsync(agent))["items"].AsArray().Single()!["lastUsedAt"];
}
