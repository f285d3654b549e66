using System.Net;
using System.Text.Json.Nodes;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Health;

public sealed class When_somebody_asks_whether_it_lives
{
    [Fact]
    public async Task The_process_says_so_without_asking_anybody_else()
    {
        // Nothing listens where this app believes its storage and its bus to be.
        await using var app = await RunningApp.StartAsync(Unreachable.Everything);

        using var response = await app.Client.GetAsync("/api/health");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("healthy", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["status"]);
    }

    [Fact]
    public async Task A_probe_may_ask_for_the_headers_alone()
    {
        await using var app = await RunningApp.StartAsync(Unreachable.Everything);

        using var response = await app.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/health"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Any_other_method_is_refused()
    {
        await using var app = await RunningApp.StartAsync(Unreachable.Everything);

        using var response = await app.Client.PostAsync("/api/health", null);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
