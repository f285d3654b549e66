using System.Net;
using System.Text;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Orders;
using Interactions.Functions.Tests.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Tests.Attachments;

public sealed class When_something_attached_is_looked_at(Provider provider) : IClassFixture<Provider>
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 3];
    private static readonly string Credentials =
        "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{TwilioPayload.Account}:{TwilioPayload.AuthToken}"));

    private readonly string _url = MediaServer.NewPath();

    [Fact]
    public async Task It_comes_as_it_lies_at_the_provider_who_is_asked_with_our_credentials()
    {
        var url = provider.Api.Keep(_url, Picture, "image/png");
        var (matter, path) = await provider.ReceiveAsync(url);

        using var seen = await provider.LookAsync(matter.Agent, path);

        Assert.Equal((HttpStatusCode.OK, "image/png", Picture.Length), (seen.StatusCode, seen.Content.Headers.ContentType!.ToString(), (int)seen.Content.Headers.ContentLength!));
        Assert.Equal(Picture, await seen.Content.ReadAsByteArrayAsync());
        Assert.Equal(Credentials, Assert.Single(provider.Api.AskedFor(url)).Authorization);
    }

    [Fact]
    public async Task The_log_says_where_it_is_had()
    {
        var (matter, path) = await provider.ReceiveAsync(provider.Api.Keep(_url, Picture, "image/png"), provider.Api.Keep(MediaServer.NewPath(), Picture, "image/png"));

        var message = (await matter.LogAsync())["items"].AsArray().Last(entry => (string?)entry!["kind"] == "messageReceived")!["message"]!;

        Assert.Equal([path, path[..^1] + "1"], message["media"]!.AsArray().Select(media => (string?)media!["url"]));
        using var second = await provider.LookAsync(matter.Agent, (string)message["media"]![1]!["url"]!);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Where_the_provider_sends_on_to_it_is_asked_without_credentials_and_cookies(int status)
    {
        var stored = provider.Store.Keep($"/{Guid.NewGuid():N}", Picture, "image/png");
        var url = provider.Api.SendOn(_url, stored + "?Signature=abc", status);
        var (matter, path) = await provider.ReceiveAsync(url);

        using var seen = await provider.LookAsync(matter.Agent, path);

        Assert.Equal(Picture, await seen.Content.ReadAsByteArrayAsync());
        Assert.Equal(Credentials, Assert.Single(provider.Api.AskedFor(url)).Authorization);
        var asked = Assert.Single(provider.Store.AskedFor(stored));
        Assert.Equal((null, null), (asked.Authorization, asked.Cookie));
    }

    [Fact]
    public async Task Even_where_it_is_sent_back_to_itself_the_provider_gets_the_credentials_once()
    {
        var back = provider.Api.Keep($"/{Guid.NewGuid():N}", Picture, "image/png");
        var url = provider.Api.SendOn(_url, back);
        var (matter, path) = await provider.ReceiveAsync(url);

        using var seen = await provider.LookAsync(matter.Agent, path);

        Assert.Null(Assert.Single(provider.Api.AskedFor(back)).Authorization);
    }

    [Fact]
    public async Task A_browser_shows_it_and_runs_nothing()
    {
        var (matter, path) = await provider.ReceiveAsync(provider.Api.Keep(_url, Picture, "image/png"));

        using var seen = await provider.LookAsync(matter.Agent, path);

        var parts = path.Split('/');
        Assert.Equal($"inline; filename=\"{parts[^3]}-0.png\"", seen.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal(["nosniff"], seen.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["sandbox; default-src 'none'"], seen.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal("private", seen.Headers.CacheControl!.ToString());
        Assert.Contains("Authorization", seen.Headers.Vary);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("image/svg+xml")]
    [InlineData("application/xhtml+xml")]
    [InlineData("text/xml")]
    [InlineData("application/javascript")]
    [InlineData("application/zip")]
    [InlineData("multipart/related")]
    [InlineData("not a type")]
    public async Task What_could_be_executed_or_is_not_known_is_bytes_to_be_saved(string contentType)
    {
        var bytes = "<script>alert(1)</script>"u8.ToArray();
        var (matter, path) = await provider.ReceiveAsync(provider.Api.Keep(_url, bytes, contentType));

        using var seen = await provider.LookAsync(matter.Agent, path);

        Assert.Equal("application/octet-stream", seen.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", seen.Content.Headers.ContentDisposition!.DispositionType);
        Assert.EndsWith(".bin\"", seen.Content.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
        Assert.Equal(bytes, await seen.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("text/plain; charset=\"ISO-8859-1\"; format=flowed", "text/plain; charset=ISO-8859-1", "inline")]
    [InlineData("text/vcard", "text/vcard", "attachment")]
    [InlineData("Application/PDF; name=\"a.html\"", "application/pdf", "inline")]
    [InlineData("audio/ogg; codecs=opus", "audio/ogg", "inline")]
    [InlineData(null, "image/png", "inline")]
    public async Task What_is_known_is_what_it_is_and_no_more(string? told, string type, string disposition)
    {
        var (matter, path) = await provider.ReceiveAsync(provider.Api.Keep(_url, Picture, told));

        using var seen = await provider.LookAsync(matter.Agent, path);

        Assert.Equal((type, disposition), (seen.Content.Headers.ContentType!.ToString(), seen.Content.Headers.ContentDisposition!.DispositionType));
    }

    [Fact]
    public async Task HEAD_tells_of_it_without_it()
    {
        var (matter, path) = await provider.ReceiveAsync(provider.Api.Keep(_url, Picture, "image/png"));

        using var seen = await provider.LookAsync(matter.Agent, path, HttpMethod.Head);

        Assert.Equal((HttpStatusCode.OK, "image/png", Picture.Length), (seen.StatusCode, seen.Content.Headers.ContentType!.ToString(), (int)seen.Content.Headers.ContentLength!));
        Assert.Empty(await seen.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task What_the_provider_does_not_have_any_more_is_not_there()
    {
        var (matter, path) = await provider.ReceiveAsync(provider.Api.Address + _url);

        await matter.Agent.GetAsync(path).IsAsync(HttpStatusCode.NotFound, "not-found");
        await matter.Agent.GetAsync(path[..^1] + "1").IsAsync(HttpStatusCode.NotFound, "not-found");
        await matter.Agent.GetAsync($"{matter.Path}/messages/1/media/0").IsAsync(HttpStatusCode.NotFound, "not-found");
        await matter.Agent.GetAsync($"{matter.Path}/messages/999/media/0").IsAsync(HttpStatusCode.NotFound, "not-found");
        await matter.Agent.GetAsync($"{matter.Path}/messages/0/media/0").IsAsync(HttpStatusCode.NotFound, "not-found");
        await matter.Agent.GetAsync($"{matter.Path}/messages/1/media/99999999999999999999").IsAsync(HttpStatusCode.BadRequest, "invalid-id");
        await matter.Agent.GetAsync($"{matter.Path}/messages/one/media/0").IsAsync(HttpStatusCode.BadRequest, "invalid-id");
    }

    [Fact]
    public async Task What_we_attached_lies_where_the_log_says_and_is_not_fetched()
    {
        var (matter, _) = await provider.ReceiveAsync(provider.Api.Keep(_url, Picture, "image/png"));
        var sent = await matter.Agent.OrdersAsync("messages", matter.Id, """{"media":["https://example.com/a.png"]}""").IsAsync(HttpStatusCode.Accepted);

        await matter.Agent.GetAsync($"{matter.Path}/messages/{sent["sequence"]}/media/0").IsAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Who_may_not_read_the_log_does_not_see_what_is_in_it()
    {
        var url = provider.Api.Keep(_url, Picture, "image/png");
        var (matter, path) = await provider.ReceiveAsync(url);
        var stranger = (await Team.ConfiguredAsync(provider.App)).Seat(provider.App);
        var elsewhere = await Matter.ActiveAsync(provider.App);

        await stranger.GetAsync(path).IsAsync(HttpStatusCode.NotFound, "not-found");
        await elsewhere.Agent.GetAsync(path.Replace(matter.Id.ToString(), elsewhere.Id.ToString(), StringComparison.Ordinal)).IsAsync(HttpStatusCode.NotFound, "not-found");
        Assert.Empty(provider.Api.AskedFor(url));
    }

    [Fact]
    public async Task Of_another_matter_with_the_same_customer_nothing_is_had_by_the_wrong_name()
    {
        var url = provider.Api.Keep(_url, Picture, "image/png");
        var (matter, path) = await provider.ReceiveAsync(url);
        await matter.CloseAsync();
        var next = await matter.Team.CustomerWaitsAsync(provider.App, matter.Customer);

        await matter.Agent.GetAsync(path.Replace(matter.Id.ToString(), next.ToString(), StringComparison.Ordinal)).IsAsync(HttpStatusCode.NotFound, "not-found");
        using var seen = await provider.LookAsync(matter.Agent, path);
        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
    }
}
