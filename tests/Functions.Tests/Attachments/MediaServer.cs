using System.Collections.Concurrent;
using Interactions.Functions.Tests.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Tests.Attachments;

/// <summary>Something on this machine that keeps media: plays the provider's API, or where that sends on to.</summary>
internal sealed class MediaServer : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly ConcurrentDictionary<string, RequestDelegate> _kept = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Asked> _asked = new();
    private readonly CancellationTokenSource _closing = new();

    private MediaServer(WebApplication web) => _web = web;

    public sealed record Asked(string Path, string? Authorization, string? Cookie);

    public string Address => _web.Urls.Single();

    public static async Task<MediaServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var web = builder.Build();
        MediaServer? server = null;
        web.Run(context => server!.AnswerAsync(context));
        await web.StartAsync();
        return server = new(web);
    }

    /// <summary>The path of a medium of the account, of which nobody has heard before.</summary>
    public static string NewPath(string account = TwilioPayload.Account) =>
        $"/2010-04-01/Accounts/{account}/Messages/MM{Guid.NewGuid():N}/Media/ME{Guid.NewGuid():N}";

    /// <summary>Keeps it there, and says under which address.</summary>
    public string Keep(string path, RequestDelegate answer)
    {
        _kept[path] = answer;
        return Address + path;
    }

    public string Keep(string path, byte[] bytes, string? contentType) => Keep(path, context =>
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes).AsTask();
    });

    public string SendOn(string path, string location, int status = StatusCodes.Status307TemporaryRedirect) => Keep(path, context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        context.Response.Headers.SetCookie = "session=secret";
        return Task.CompletedTask;
    });

    /// <summary>Says nothing until it is closed.</summary>
    public string Hold(string path, string? first = null) => Keep(path, async context =>
    {
        if (first is not null)
        {
            context.Response.ContentType = "image/png";
            await context.Response.WriteAsync(first);
            await context.Response.Body.FlushAsync();
        }

        await Task.Delay(Timeout.Infinite, _closing.Token).ContinueWith(_ => { }, TaskScheduler.Default);
    });

    public string Fail(string path, int status) => Keep(path, context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    public IReadOnlyList<Asked> AskedFor(string url) => [.. _asked.Where(asked => url.EndsWith(asked.Path, StringComparison.Ordinal))];

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _web.DisposeAsync();
        _closing.Dispose();
    }

    private Task AnswerAsync(HttpContext context)
    {
        _asked.Enqueue(new(context.Request.Path, context.Request.Headers.Authorization, context.Request.Headers.Cookie));
        if (_kept.TryGetValue(context.Request.Path, out var answer))
            return answer(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
