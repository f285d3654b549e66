using System.Net;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Functions.Tests.Orders;
using Interactions.Functions.Tests.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Tests.Attachments;

[TakesLong]
public sealed class When_something_attached_cannot_be_had(Provider provider) : IClassFixture<Provider>
{
    private const int Largest = 200_000;

    private readonly string _path = MediaServer.NewPath();

    [Theory]
    [InlineData("https://example.com/a.png")]
    [InlineData("https://mms.twiliocdn.com.example.com/a.png")]
    [InlineData("http://localhost./a.png")]
    [InlineData("http://169.254.169.254/metadata/instance")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//example.com/a.png")]
    [InlineData("gopher://127.0.0.1/")]
    public async Task It_is_not_followed_to_somewhere_else(string elsewhere) => await IsRefusedAsync(provider.Api.SendOn(_path, elsewhere));

    [Fact]
    public async Task It_is_not_followed_with_a_name_and_a_password() => await IsRefusedAsync(
        provider.Api.SendOn(_path, provider.Store.Keep($"/{Guid.NewGuid():N}", [1], "image/png").Replace("http://", "http://user:password@", StringComparison.Ordinal)));

    [Fact]
    public async Task It_is_not_followed_for_ever()
    {
        var round = $"/{Guid.NewGuid():N}";
        var stored = provider.Store.SendOn(round, provider.Store.Address + round);

        await IsRefusedAsync(provider.Api.SendOn(_path, stored));

        Assert.Equal(3, provider.Store.AskedFor(stored).Count);
    }

    [Fact]
    public async Task Sent_on_without_saying_where_it_is_refused() => await IsRefusedAsync(provider.Api.Fail(_path, 302));

    [Theory]
    [InlineData("https://example.com/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages/MM1/Media/ME1")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("not an address")]
    [InlineData("/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages/MM1/Media/ME1")]
    public async Task Where_the_provider_is_not_nobody_is_asked(string url) => await IsRefusedAsync(url);

    [Theory]
    [InlineData("/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages.json")]
    [InlineData("/2010-04-01/Accounts/AC99999999999999999999999999999999/Messages/MM1/Media/ME1")]
    [InlineData("/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages/MM1/Media/ME1.json")]
    [InlineData("/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages/MM1/Media/../../../Messages")]
    [InlineData("/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages/MM1/Media/ME1?x=1")]
    public async Task The_provider_is_asked_for_media_of_our_account_and_for_nothing_else(string path)
    {
        await IsRefusedAsync(provider.Api.Address + path);

        Assert.Empty(provider.Api.AskedFor(provider.Api.Address + path));
    }

    [Fact]
    public async Task What_says_that_it_is_too_large_is_not_begun() => await IsRefusedAsync(provider.Api.Keep(_path, new byte[Largest + 1], "image/png"));

    [Fact]
    public async Task What_is_just_not_too_large_comes_whole()
    {
        var (matter, path) = await provider.ReceiveAsync(provider.Api.Keep(_path, new byte[Largest], "image/png"));

        using var seen = await provider.LookAsync(matter.Agent, path);

        Assert.Equal(Largest, (await seen.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task What_turns_out_to_be_too_large_is_broken_off() => await IsBrokenOffAsync(provider.Api.Keep(_path, async context =>
    {
        context.Response.ContentType = "image/png";
        for (var piece = 0; piece < 30; piece++)
            await context.Response.Body.WriteAsync(new byte[10_000]);
    }));

    [Theory]
    [InlineData(50_000)]
    [InlineData(null)]
    public async Task What_is_cut_off_on_its_way_is_broken_off_here_too_and_comes_until_then(int? length)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (matter, path) = await provider.ReceiveAsync(provider.Api.Keep(_path, async context =>
        {
            context.Response.ContentType = "image/png";
            context.Response.ContentLength = length;
            await context.Response.Body.WriteAsync(new byte[10_000]);
            await context.Response.Body.FlushAsync();
            await seen.Task;
            context.Abort();
        }));
        using var client = new HttpClient { BaseAddress = provider.App.Client.BaseAddress };
        using var request = matter.Agent.Request(HttpMethod.Get, path);

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[10_000]);
        seen.SetResult();

        await Assert.ThrowsAnyAsync<IOException>(async () => await body.ReadExactlyAsync(new byte[40_000]));
    }

    [Fact]
    public async Task What_comes_to_a_halt_is_broken_off() => await IsBrokenOffAsync(provider.Api.Hold(_path, first: "a"));

    [Fact]
    public async Task What_comes_slowly_and_steadily_comes_whole()
    {
        var url = provider.Api.Keep(_path, async context =>
        {
            context.Response.ContentType = "image/png";
            for (var piece = 0; piece < 6; piece++)
            {
                await context.Response.WriteAsync("a");
                await context.Response.Body.FlushAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(300));
            }
        });
        var (matter, path) = await provider.ReceiveAsync(url);

        using var seen = await provider.LookAsync(matter.Agent, path);

        Assert.Equal("aaaaaa", await seen.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Who_does_not_answer_at_all_is_not_waited_for() => await IsUnavailableAsync(provider.Api.Hold(_path));

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(206)]
    public async Task A_provider_who_cannot_is_asked_again_later(int status) => await IsUnavailableAsync(provider.Api.Fail(_path, status));

    [Fact]
    public async Task Neither_can_a_store_that_is_not_there() => await IsUnavailableAsync(provider.Api.SendOn(_path, "http://127.0.0.1:1/a.png"));

    private async Task IsRefusedAsync(string url)
    {
        var (matter, path) = await provider.ReceiveAsync(url);
        await matter.Agent.GetAsync(path).IsAsync(HttpStatusCode.BadGateway, "media-refused");
    }

    private async Task IsUnavailableAsync(string url)
    {
        var (matter, path) = await provider.ReceiveAsync(url);
        var reply = await matter.Agent.GetAsync(path).IsAsync(HttpStatusCode.ServiceUnavailable, "media-unavailable");
        Assert.NotNull(reply.Headers.RetryAfter);
    }

    private async Task IsBrokenOffAsync(string url)
    {
        var (matter, path) = await provider.ReceiveAsync(url);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => provider.LookAsync(matter.Agent, path));
    }
}
