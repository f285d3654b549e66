using System.Net;
using Interactions.Functions.Hosting;
using Interactions.Functions.Http;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Health;
using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Tests.Http;

public sealed class When_another_site_asks
{
    private const string Desk = "https://desk.example.com";

    [Theory]
    [InlineData(Desk, true)]
    [InlineData("https://DESK.example.com", true)]
    [InlineData("https://desk.example.com.elsewhere.example", false)]
    [InlineData("http://desk.example.com", false)]
    [InlineData("null", false)]
    public async Task Its_pages_may_read_only_where_a_setting_says_so(string origin, bool may)
    {
        await using var app = await StartAsync(Desk);

        foreach (var (method, path, status) in (IEnumerable<(string, string, HttpStatusCode)>)
            [("GET", "/api/health", HttpStatusCode.OK), ("GET", "/api/me", HttpStatusCode.Unauthorized), ("OPTIONS", "/api/interactions/x/hold", HttpStatusCode.NoContent)])
        {
            using var response = await SendAsync(app, method, path, origin);

            Assert.Equal(status, response.StatusCode);
            Assert.Equal(may, response.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) && allowed.Single() == origin);
            Assert.Contains("Origin", response.Headers.Vary);
            Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
            Assert.Equal(may && method == "OPTIONS", response.Headers.Contains("Access-Control-Allow-Methods"));
        }
    }

    [Fact]
    public async Task None_may_where_nothing_is_said()
    {
        await using var app = await StartAsync(null);

        using var response = await SendAsync(app, "OPTIONS", "/api/me", Desk);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("desk.example.com")]
    [InlineData("https://desk.example.com/path")]
    [InlineData("ftp://desk.example.com")]
    [InlineData("https://desk.example.com, nonsense")]
    public void A_setting_that_names_no_origins_is_refused(string setting)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Interactions:CorsOrigins", setting)]).Build();

        var refused = Assert.Throws<SettingException>(() => Cors.From(configuration));

        Assert.Contains("Interactions__CorsOrigins", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/interactions/x/hold", "POST, OPTIONS")]
    [InlineData("/api/interactions", "GET, POST, HEAD, OPTIONS")]
    [InlineData("/api/console/lines/main", "GET, PUT, DELETE, HEAD, OPTIONS")]
    [InlineData("/api/nothing", null)]
    [InlineData("/api", null)]
    public async Task Whoever_asks_what_can_be_asked_is_told(string path, string? verbs)
    {
        await using var app = await StartAsync(null);

        using var response = await SendAsync(app, "OPTIONS", path, Desk);

        Assert.Equal(verbs is null ? HttpStatusCode.NotFound : HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal((verbs?.Split(", ") ?? []).Order(StringComparer.Ordinal), response.Content.Headers.Allow.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Everything_that_can_be_read_tells_its_head_alone()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        var customer = new Customer();
        await customer.TextsAsync(app, "Hello");

        foreach (var path in (string[])["/api/me", "/api/queues", $"/api/profiles/{customer.Profile}", "/api/interactions?limit=1"])
        {
            using var request = new Seat(app, "agent-1").Request(HttpMethod.Head, path);
            using var response = await app.Client.SendAsync(request);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
            Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        }
    }

    private static async Task<RunningApp> StartAsync(string? origins) =>
        await RunningApp.StartAsync(Unreachable.Everything with { CorsOrigins = origins });

    private static async Task<HttpResponseMessage> SendAsync(RunningApp app, string method, string path, string origin)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.TryAddWithoutValidation("Origin", origin);
        return await app.Client.SendAsync(request);
    }
}
