using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Interactions.Functions.Contract;
using Interactions.Functions.Http;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Contract;

public sealed class When_the_document_is_asked_for(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly HttpClient _client = shared.App.Client;

    [Fact]
    public async Task Anybody_gets_it()
    {
        using var response = await _client.GetAsync(new Uri("/api/openapi.json", UriKind.Relative));

        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.True(JsonNode.DeepEquals(OpenApiDocument.Instance.Json, JsonNode.Parse(await response.Content.ReadAsStringAsync())));
    }

    [Theory]
    [InlineData("/api/openapi.json")]
    [InlineData("/api/docs")]
    public async Task Whoever_has_it_is_not_sent_it_again(string path)
    {
        using var first = await _client.GetAsync(new Uri(path, UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_page_needs_nothing_else()
    {
        using var response = await _client.GetAsync(new Uri("/api/docs", UriKind.Relative));
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", string.Join("", response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex(@"<(script|link|img|iframe|object|embed|form|base)\b", RegexOptions.IgnoreCase), html);
        Assert.DoesNotMatch(new Regex(@"(src|href|action)\s*=\s*[""']?(https?:)?//|url\(|@import", RegexOptions.IgnoreCase), html);
    }

    [Fact]
    public async Task The_page_tells_of_everything()
    {
        var html = await _client.GetStringAsync(new Uri("/api/docs", UriKind.Relative));

        Assert.All(Operations.All, operation => Assert.Contains($"<section id=\"{operation.Name}\">", html, StringComparison.Ordinal));
        Assert.All(Operations.All, operation => Assert.Contains(WebUtility.HtmlEncode(operation.Summary), html, StringComparison.Ordinal));
        Assert.All(Reasons.All, reason => Assert.Contains($"<tr id=\"{reason.Name}\">", html, StringComparison.Ordinal));
        Assert.All(
            Regex.Matches(html, "href=\"#([^\"]+)\""), link => Assert.Contains($"id=\"{link.Groups[1].Value}\"", html, StringComparison.Ordinal));
    }
}
