using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Twilio.Clients;
using Twilio.Http;

namespace Interactions.Standins.Tests.Twilio;

/// <summary>Plays Twilio's REST host from a script, and keeps what arrived on the wire.</summary>
internal sealed class TwilioServer : IAsyncDisposable
{
    public const string Account = "AC00000000000000000000000000000000";
    public const string Token = "dev-twilio-token";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _script = new();
    private readonly ConcurrentQueue<Received> _received = new();
    private readonly SocketsHttpHandler _wire = new() { AllowAutoRedirect = false };
    private SentElsewhere? _sentHere;
    private System.Net.Http.HttpClient? _http;

    private TwilioServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(PlayAsync);
    }

    public IReadOnlyList<Received> Requests => [.. _received];

    public Received Request => Assert.Single(_received);

    public static async Task<TwilioServer> StartAsync(Action<TwilioServer> script, TimeSpan? patience = null)
    {
        var server = new TwilioServer();
        script(server);
        await server._app.StartAsync();
        server._sentHere = new SentElsewhere(new Uri(server._app.Urls.Single()), server._wire);
        server._http = new System.Net.Http.HttpClient(server._sentHere) { Timeout = patience ?? TimeSpan.FromSeconds(30) };
        return server;
    }

    public TwilioServer Answers(HttpStatusCode status, string body)
    {
        _script.Enqueue(async context =>
        {
            context.Response.StatusCode = (int)status;
            await context.Response.WriteAsync(body);
        });
        return this;
    }

    public TwilioServer DropsTheAnswer()
    {
        _script.Enqueue(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        return this;
    }

    public TwilioServer NeverAnswers()
    {
        _script.Enqueue(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        return this;
    }

    public TwilioRestClient Client() => new(Account, Token, httpClient: new SystemNetHttpClient(_http));

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        _sentHere?.Dispose();
        _wire.Dispose();
        await _app.DisposeAsync();
    }

    private async Task PlayAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        _received.Enqueue(new Received(
            context.Request.Method,
            context.Features.Get<IHttpRequestFeature>()!.RawTarget,
            context.Request.Headers.Authorization.ToString(),
            context.Request.ContentType,
            await reader.ReadToEndAsync()));
        Assert.True(_script.TryDequeue(out var answer), "A request more than the script has answers for.");
        await answer(context);
    }
}
