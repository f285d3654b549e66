using System.Net;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Health;

namespace Interactions.Functions.Tests.Http;

public sealed class When_a_caller_is_identified(SharedApp shared) : IClassFixture<SharedApp>
{
    [Theory]
    [InlineData("Bearer dev-agent-1", HttpStatusCode.OK)]
    [InlineData("bearer dev-agent-1", HttpStatusCode.OK)]
    [InlineData("Bearer dev-supervisor-1", HttpStatusCode.OK)]
    [InlineData("Bearer dev-admin-1", HttpStatusCode.OK)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer ", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer agent-1", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer dev-", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer dev-agent", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer dev-somebody-1", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer dev-AGENT-1", HttpStatusCode.Unauthorized)]
    [InlineData("Basic dev-agent-1", HttpStatusCode.Unauthorized)]
    public async Task A_development_token_says_who_it_is(string? authorization, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/users?limit=1");
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);

        using var response = await shared.App.Client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(status == HttpStatusCode.Unauthorized, response.Headers.WwwAuthenticate.Any(challenge => challenge.Scheme == "Bearer"));
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("")]
    [InlineData("Developments")]
    public async Task Outside_development_no_such_token_is_good(string environment)
    {
        var settings = AppSettings.Default with { Storage = shared.App.Settings.Storage, Environment = environment };
        await using var app = await RunningApp.StartAsync(settings);

        var reply = await app.GetAsync("/api/users");

        Assert.Equal(HttpStatusCode.Unauthorized, reply.Status);
        Assert.Equal("urn:interactions:unauthorized", reply.Type);
    }

    [Fact]
    public async Task While_storage_is_away_the_answer_says_when_to_come_again()
    {
        await using var app = await RunningApp.StartAsync(AppSettings.Default with { Storage = Unreachable.Everything.Storage });

        var reply = await app.GetAsync("/api/users/u-1");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.Status);
        Assert.Equal("urn:interactions:unavailable", reply.Type);
        Assert.Equal(TimeSpan.FromSeconds(2), reply.Headers.RetryAfter?.Delta);
    }
}
