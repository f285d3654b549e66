using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Bench.Load;

/// <summary>
/// What Twilio's REST is to the app, and no more: takes a message, says twice how far it got, and then it is at the phone. Lean, because
/// it is paid from the same cores.
/// </summary>
internal sealed class Provider : IAsyncDisposable
{
    private const string Messages = $"/2010-04-01/Accounts/{SignedForm.Account}/Messages.json";

    private readonly WebApplication _server;

    private Provider(WebApplication server) => _server = server;

    public Uri Url => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>How the app is told what became of a message: by the path with its query, and the form.</summary>
    public Func<string, SignedForm, Task> Calls { get; set; } = (_, _) => Task.CompletedTask;

    public Action<string> Arrives { get; set; } = _ => { };

    public static async Task<Provider> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var provider = new Provider(builder.Build());
        provider._server.UseRouting();
        provider._server.MapPost(Messages, provider.CreateAsync);

        // Nothing came by another way.
        provider._server.MapGet(Messages, context => context.Response.WriteAsync("""{"messages":[],"page":0,"page_size":50,"next_page_uri":null}"""));
        provider._server.UseEndpoints(_ => { });
        await provider._server.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task CreateAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (from, to, callback) = ((string)form["From"]!, (string)form["To"]!, (string)form["StatusCallback"]!);
        var sid = $"SM{Guid.NewGuid():N}";
        var created = new JsonObject
        {
            ["account_sid"] = SignedForm.Account,
            ["api_version"] = "2010-04-01",
            ["body"] = (string?)form["Body"],
            ["date_created"] = DateTimeOffset.UtcNow.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture),
            ["direction"] = "outbound-api",
            ["from"] = from,
            ["num_media"] = "0",
            ["num_segments"] = "1",
            ["sid"] = sid,
            ["status"] = "queued",
            ["to"] = to,
        };
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(created.ToJsonString(), context.RequestAborted);
        context.Response.OnCompleted(() => DeliverAsync(sid, from, to, callback));
    }

    private async Task DeliverAsync(string sid, string from, string to, string callback)
    {
        await TellAsync(sid, from, to, callback, "sent");
        await TellAsync(sid, from, to, callback, "delivered");
        Arrives(to);
    }

    private Task TellAsync(string sid, string from, string to, string callback, string status)
    {
        var target = callback[SignedForm.BaseUrl.Length..];
        return Calls(target, SignedForm.Of(target, new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["AccountSid"] = SignedForm.Account,
            ["ApiVersion"] = "2010-04-01",
            ["From"] = from,
            ["MessageSid"] = sid,
            ["MessageStatus"] = status,
            ["SmsSid"] = sid,
            ["SmsStatus"] = status,
            ["To"] = to,
        }));
    }
}
