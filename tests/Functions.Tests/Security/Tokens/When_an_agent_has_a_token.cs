using System.Net;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Interactions.Domain.Policies;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Console;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Functions.Tests.Intake;
using SharedApp = Interactions.Functions.Tests.Http.SharedApp;

namespace Interactions.Functions.Tests.Security.Tokens;

public sealed class When_an_agent_has_a_token(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task They_come_in_with_it()
    {
        var agent = await _app.NewAgentAsync();
        var (_, secret) = await _app.IssuedAsync(agent);

        var me = await _app.MeAsync(secret);

        Assert.Equal(HttpStatusCode.OK, me.Status);
        Assert.Equal(agent, (string?)me["id"]);
        Assert.Equal("agent", (string?)me["role"]);
    }

    [Theory]
    [InlineData("agent", HttpStatusCode.Forbidden)]
    [InlineData("supervisor", HttpStatusCode.Forbidden)]
    [InlineData("admin", HttpStatusCode.OK)]
    public async Task They_may_do_what_is_configured(string role, HttpStatusCode asAdmin)
    {
        var agent = await _app.NewAgentAsync($$"""{"role":"{{role}}"}""");
        var (_, secret) = await _app.IssuedAsync(agent);

        Assert.Equal(role, (string?)(await _app.MeAsync(secret))["role"]);
        Assert.Equal(asAdmin, (await _app.ReadAsync("/api/console/agents?limit=1", secret)).Status);
    }

    [Fact]
    public async Task What_they_may_do_changes_with_what_is_configured()
    {
        var agent = await _app.NewAgentAsync("""{"role":"admin"}""");
        var (_, secret) = await _app.IssuedAsync(agent);
        Assert.Equal(HttpStatusCode.OK, (await _app.ReadAsync("/api/console/agents?limit=1", secret)).Status);

        await _app.ConfigureAsync($"/api/console/agents/{agent}", "{}", "*");

        Assert.Equal(HttpStatusCode.Forbidden, (await _app.ReadAsync("/api/console/agents?limit=1", secret)).Status);
    }

    [Theory]
    [InlineData("\"owner\"")]
    [InlineData("2")]
    [InlineData("null")]
    [InlineData("[\"admin\"]")]
    public async Task There_are_no_other_roles(string role)
    {
        var reply = await _app.ConfigureAsync($"/api/console/agents/{Admin.NewId()}", $$"""{"role":{{role}}}""");

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("role", (string?)reply["field"]);
    }

    [Fact]
    public async Task It_is_good_no_more_once_they_are_configured_no_more()
    {
        var agent = await _app.NewAgentAsync();
        var (id, secret) = await _app.IssuedAsync(agent);

        await _app.RemoveAsync($"/api/console/agents/{agent}", "*");

        Assert.False(await _app.LetsInAsync(secret));
        Assert.Equal(HttpStatusCode.NoContent, await _app.RevokeAsync(agent, id));
    }

    [Fact]
    public async Task It_is_good_until_it_expires()
    {
        var clock = new MovableClock();
        await using var app = await RunningApp.StartWatchedAsync(new Calls(), change: services => services.Replace(clock));
        var agent = await app.NewAgentAsync();
        var (_, secret) = await app.IssuedAsync(agent, $$"""{"expiresAt":"{{clock.GetUtcNow().AddMinutes(10):O}}"}""");
        Assert.True(await app.LetsInAsync(secret));

        clock.Pass(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.True(await app.LetsInAsync(secret));
        clock.Pass(TimeSpan.FromTicks(1));
        Assert.False(await app.LetsInAsync(secret));
    }

    [Fact]
    public async Task Nothing_that_is_nearly_the_same_is_as_good()
    {
        var (_, secret) = await _app.IssuedAsync(await _app.NewAgentAsync());

        foreach (var wrong in (string[])[
            secret[..^1], secret + "A", secret[4..], "ims_", "IMS_" + secret[4..], secret[..^1] + (secret[^1] == 'A' ? 'Q' : 'A'), secret.ToUpperInvariant(),
            "ims_" + new string('A', 43), "ims_" + new string('!', 43), $"{secret},{secret}", $"{secret} {secret}", $"{secret}.x.y", new string('a', 20_000)])
            Assert.Equal(HttpStatusCode.Unauthorized, (await _app.MeAsync(wrong)).Status);
        Assert.True(await _app.LetsInAsync(secret));
    }

    [Fact]
    public async Task Two_at_once_are_none()
    {
        var (_, secret) = await _app.IssuedAsync(await _app.NewAgentAsync());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/me");
        request.Headers.TryAddWithoutValidation("Authorization", [$"Bearer {secret}", "Bearer dev-admin-1"]);

        using var response = await _app.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task It_is_read_once_for_each_request_and_never_kept()
    {
        var calls = new Calls();
        await using var app = await RunningApp.StartWatchedAsync(calls);
        var (_, secret) = await app.IssuedAsync(await app.NewAgentAsync());
        await app.LetsInAsync(secret);
        await Eventually.Is(() => Task.FromResult(calls.Made), made => made.Contains($"PUT {TableNames.Tokens}"));
        calls.Forget();

        for (var n = 0; n < 3; n++)
            Assert.Equal(HttpStatusCode.Forbidden, (await app.ReadAsync("/api/console/unprocessed", secret)).Status);

        Assert.Equal(Enumerable.Repeat($"GET {TableNames.Tokens}", 3), calls.Made);
    }

    [Fact]
    public async Task While_storage_is_away_nobody_says_that_it_is_wrong()
    {
        var calls = new Calls();
        await using var app = await RunningApp.StartWatchedAsync(calls);
        var (_, secret) = await app.IssuedAsync(await app.NewAgentAsync());

        calls.DieAt(0, afterEffect: false);
        var reply = await app.MeAsync(secret);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.Status);
        Assert.Equal(TimeSpan.FromSeconds(2), reply.Headers.RetryAfter?.Delta);
        calls.Revive();
        Assert.True(await app.LetsInAsync(secret));
    }

    [Fact]
    public async Task It_is_in_no_log_and_nowhere_in_storage()
    {
        using var logs = new RecordedLogs();
        await using var app = await RunningApp.StartWatchedAsync(new Calls(), change: logs.RecordIn);
        var agent = await app.NewAgentAsync();
        var (id, secret) = await app.IssuedAsync(agent);
        await app.LetsInAsync(secret);
        await app.MeAsync(secret[..^1]);
        await app.ListAsync(agent);
        await app.RevokeAsync(agent, id);
        await app.MeAsync(secret);
        var (_, other) = await app.IssuedAsync(agent);
        await app.LetsInAsync(other);

        Assert.Contains(logs.Records, record => record.Contains($"issued token {id} of {agent}", StringComparison.Ordinal));
        foreach (var known in (string[])[secret, secret[4..^4], other, other[4..^4]])
        {
            Assert.DoesNotContain(logs.Records, record => record.Contains(known, StringComparison.Ordinal));
            Assert.DoesNotContain(await RowsAsync(app), row => row.Contains(known, StringComparison.Ordinal));
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(other)));
        Assert.Contains(await RowsAsync(app), row => row.StartsWith($"{hash[..2]} {hash} ", StringComparison.Ordinal));
    }

    private static async Task<List<string>> RowsAsync(RunningApp app)
    {
        var rows = new List<string>();
        await foreach (var row in app.Settings.Tables.GetTableClient(TableNames.Tokens).QueryAsync<TableEntity>(filter: (string?)null))
            rows.Add($"{row.PartitionKey} {row.RowKey} {string.Join(" ", ((IDictionary<string, object>)row).Values)}");
        return rows;
    }
}
