using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Twilio.Security;

namespace Interactions.Functions.Tests.Phones;

/// <summary>Whoever Twilio calls: it keeps what came, and answers what the test says.</summary>
internal sealed class Listener : IAsyncDisposable
{
    public const string PublicBaseUrl = "https://desk.example.com";
    public const string Inbound = PublicBaseUrl + "/inbound?line=1";
    public const string Fallback = PublicBaseUrl + "/fallback";
    public const string Status = PublicBaseUrl + "/status?at=7";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Heard> _heard = new();

    private Listener(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public IReadOnlyList<Heard> All => [.. _heard];

    public IReadOnlyList<Heard> Callbacks => [.. _heard.Where(call => call.Path == "/status")];

    public IReadOnlyList<Heard> Texts => [.. _heard.Where(call => call.Path == "/inbound")];

    /// <summary>What it answers to what it hears.</summary>
    public Func<Heard, (int Status, string Body)> Says { get; set; } = _ => (200, "<Response/>");

    public static async Task<Listener> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var listener = new Listener(app);
        app.Run(listener.HearAsync);
        await app.StartAsync();
        return listener;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HearAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var fields = form.ToDictionary(field => field.Key, field => field.Value.ToString());
        var url = PublicBaseUrl + context.Request.Path + context.Request.QueryString;
        var signature = context.Request.Headers["X-Twilio-Signature"].ToString();
        var heard = new Heard(
            context.Request.Path, fields, new RequestValidator(Webhooks.TwilioPayload.AuthToken).Validate(url, fields, signature));
        _heard.Enqueue(heard);
        var (status, body) = Says(heard);
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body);
    }
}

internal sealed record Heard(string Path, IReadOnlyDictionary<string, string> Fields, bool IsSigned)
{
    public string? this[string name] => Fields.GetValueOrDefault(name);
}
