using System.IO.Compression;
using System.Net;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Functions.Workspace;

namespace Interactions.Functions.Tests.Workspace;

public sealed class When_the_pages_are_asked_for(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly string Script = Bundle.Named.First(name => name.EndsWith(".js", StringComparison.Ordinal));

    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task The_root_leads_there()
    {
        using var response = await _app.BrowseAsync("/");

        Assert.Equal((HttpStatusCode.Redirect, "/workspace/"), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("/workspace")]
    [InlineData("/workspace/")]
    [InlineData("/workspace/index.html")]
    [InlineData("/workspace/board/support")]
    [InlineData("/workspace/console/queues/support")]
    [InlineData("/workspace/console/agents/agent.1@example.com")]
    [InlineData("/workspace/interactions/mfzwizltoq2tsmjsgm4a.1")]
    [InlineData("/workspace/?code=1&state=2")]
    public async Task Every_place_in_it_is_the_page_and_anybody_gets_it(string path)
    {
        using var response = await _app.BrowseAsync(path);

        Assert.Equal((HttpStatusCode.OK, "text/html; charset=utf-8"), (response.StatusCode, response.Content.Headers.ContentType?.ToString()));
        Assert.Equal(Bundle.Page, await response.TextAsync());
    }

    [Theory]
    [InlineData("/workspace/")]
    [InlineData("/workspace/settings.json")]
    [InlineData("/workspace/assets/nothing-there.js")]
    public async Task The_browser_is_told_to_trust_nothing_but_what_came_with_it(string path)
    {
        using var response = await _app.BrowseAsync(path);

        var policy = string.Join("", response.Headers.GetValues("Content-Security-Policy")).Split("; ");
        Assert.Superset(
            new HashSet<string>(
            [
                "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'",
                "frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
            ]),
            policy.ToHashSet());
        Assert.DoesNotContain(policy, directive => directive.Contains("unsafe", StringComparison.Ordinal) || directive.Contains('*') || directive.Contains("data:", StringComparison.Ordinal));
        Assert.Equal("nosniff", string.Join("", response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", string.Join("", response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", string.Join("", response.Headers.GetValues("Cross-Origin-Opener-Policy")));
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("identity", null)]
    [InlineData("zstd", null)]
    [InlineData("gibberish;;q=", null)]
    [InlineData(null, null)]
    public async Task It_is_compressed_as_the_browser_can_read_it(string? accepted, string? encoding)
    {
        using var response = await _app.BrowseAsync($"/workspace/{Script}", headers: accepted is null ? [] : [("Accept-Encoding", accepted)]);

        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        Assert.Equal("text/javascript; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        await using var body = await response.Content.ReadAsStreamAsync();
        await using var unpacked = encoding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(unpacked);
        Assert.Equal(Bundle.Read(Script), await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task What_is_named_by_its_content_is_kept_and_what_names_it_is_asked_for_each_time()
    {
        using var page = await _app.BrowseAsync("/workspace/");
        using var script = await _app.BrowseAsync($"/workspace/{Script}");

        Assert.Equal("no-cache", page.Headers.CacheControl!.ToString());
        Assert.Equal("public, max-age=31536000, immutable", script.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("W/{0}")]
    [InlineData("\"another\", {0}")]
    [InlineData("*")]
    public async Task Whoever_has_it_is_not_sent_it_again(string known)
    {
        using var first = await _app.BrowseAsync("/workspace/");

        using var second = await _app.BrowseAsync("/workspace/board", headers: ("If-None-Match", string.Format(null, known, first.Headers.ETag)));

        Assert.Equal((HttpStatusCode.NotModified, first.Headers.ETag), (second.StatusCode, second.Headers.ETag));
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("\"another\"")]
    [InlineData("nonsense")]
    public async Task Whoever_has_another_is(string known)
    {
        using var response = await _app.BrowseAsync("/workspace/", headers: ("If-None-Match", known));

        Assert.Equal((HttpStatusCode.OK, Bundle.Page), (response.StatusCode, await response.TextAsync()));
    }

    [Fact]
    public async Task HEAD_tells_the_same_without_it()
    {
        using var whole = await _app.BrowseAsync("/workspace/", headers: ("Accept-Encoding", "br"));
        using var head = await _app.BrowseAsync("/workspace/", HttpMethod.Head, ("Accept-Encoding", "br"));

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
        Assert.Equal(whole.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Nothing_can_be_done_to_it(string verb)
    {
        using var response = await _app.BrowseAsync("/workspace/", new HttpMethod(verb));

        Assert.Contains(response.StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed]);
        Assert.DoesNotContain("<html", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/workspace/assets/nothing-there.js")]
    [InlineData("/workspace/assets/")]
    [InlineData("/workspace/assets/nothing")]
    [InlineData("/workspace/favicon.ico")]
    [InlineData("/workspace/host.json")]
    [InlineData("/workspace/index.html.br")]
    public async Task A_file_that_is_not_there_is_not_found(string path)
    {
        using var response = await _app.BrowseAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/workspace/../host.json")]
    [InlineData("/workspace/%2e%2e/host.json")]
    [InlineData("/workspace/..%2fhost.json")]
    [InlineData("/workspace/assets/..%2f..%2fhost.json")]
    [InlineData("/workspace/assets/%2e%2e/%2e%2e/host.json")]
    [InlineData("/workspace/assets/..%5c..%5chost.json")]
    [InlineData("/workspace/%252e%252e%252fhost.json")]
    [InlineData("/workspace//etc/passwd")]
    [InlineData("/workspace/%2fetc%2fpasswd")]
    [InlineData("/workspace/assets/%00")]
    [InlineData("/workspace/index.html%00.js")]
    public async Task No_path_leads_out_of_it(string path)
    {
        using var response = await _app.BrowseAsync(path);

        var text = await response.TextAsync();
        Assert.True(
            response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest || text == Bundle.Page,
            $"{(int)response.StatusCode} {text[..Math.Min(text.Length, 200)]}");
        Assert.DoesNotContain("functionTimeout", text, StringComparison.Ordinal);
    }

    // Whatever a server in front makes of a path.
    [Theory]
    [InlineData("../host.json")]
    [InlineData("../../host.json")]
    [InlineData("assets/../../host.json")]
    [InlineData(@"..\host.json")]
    [InlineData("/etc/passwd")]
    [InlineData("assets/\0")]
    public void Nor_does_any_that_comes_here(string path)
    {
        var files = new WorkspaceFiles();

        Assert.Contains(files.Find(path)?.ETag, (string?[])[null, files.Find("")!.ETag]);
    }
}
