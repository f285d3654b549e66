using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Interactions.Functions.Tests.Driver;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Tests.Security.Entra;

/// <summary>A directory on this machine that publishes keys and makes out tokens, as Entra ID does.</summary>
internal sealed class FakeDirectory : IAsyncDisposable
{
    public const string Tenant = "11111111-2222-3333-4444-555555555555";
    public const string Audience = "99999999-8888-7777-6666-555555555555";
    public const string Person = "someone@example.test";

    private readonly WebApplication _web;
    private readonly ConcurrentQueue<string> _asked = new();

    private FakeDirectory(WebApplication web, TimeProvider clock)
    {
        (_web, Clock) = (web, clock);
        Issuer = Authority;
    }

    public SigningKey Key { get; private set; } = new("key-1");

    /// <summary>What it publishes; null while it answers with a fault.</summary>
    public IReadOnlyList<SigningKey>? Published { get; set; } = [];

    /// <summary>What it answers instead.</summary>
    public string? Rubbish { get; set; }

    public string Issuer { get; set; }

    /// <summary>Where it says that its keys are.</summary>
    public string? KeysAt { get; set; }

    public string Address => _web.Urls.Single();

    public string Authority => $"{Address}/{Tenant}/v2.0";

    public IReadOnlyCollection<string> Asked => _asked;

    private TimeProvider Clock { get; }

    public static async Task<FakeDirectory> StartAsync(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var web = builder.Build();
        FakeDirectory? directory = null;
        web.Run(context => directory!.AnswerAsync(context));
        await web.StartAsync();
        directory = new(web, clock ?? TimeProvider.System);
        directory.Published = [directory.Key];
        return directory;
    }

    /// <summary>Signs with another key from now on, and forgets the one before.</summary>
    public SigningKey Rotate()
    {
        Key = new SigningKey($"key-{Guid.NewGuid():N}");
        Published = [Key];
        return Key;
    }

    public AppSettings Settings(AppSettings settings, params (string Name, string? Value)[] more) => settings with
    {
        Environment = "Production",
        More = new Dictionary<string, string?>(more.Select(each => KeyValuePair.Create(each.Name, each.Value)))
        {
            ["Entra:TenantId"] = Tenant,
            ["Entra:Audience"] = Audience,
            ["Entra:Authority"] = Authority,
        },
    };

    /// <summary>A token of somebody who may come in, unless it is made otherwise.</summary>
    public Jwt Token(params string[] roles)
    {
        var now = Clock.GetUtcNow().ToUnixTimeSeconds();
        return new Jwt()
            .WithHeader("kid", Key.Id)
            .With("iss", Issuer)
            .With("aud", Audience)
            .With("tid", Tenant)
            .With("iat", now)
            .With("nbf", now)
            .With("exp", now + 3600)
            .With("preferred_username", Person)
            .With("oid", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee")
            .With("roles", new JsonArray([.. (roles.Length == 0 ? ["Interactions.Agent"] : roles).Select(role => JsonValue.Create(role))]));
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        _asked.Enqueue(path);
        if (Published is not { } keys)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        }

        if (Rubbish is { } rubbish)
            return context.Response.WriteAsync(rubbish);
        return path switch
        {
            $"/{Tenant}/v2.0/.well-known/openid-configuration" => context.Response.WriteAsync(new JsonObject
            {
                ["issuer"] = Issuer,
                ["jwks_uri"] = KeysAt ?? $"{Address}/{Tenant}/keys",
            }.ToJsonString()),
            $"/{Tenant}/keys" => context.Response.WriteAsync(new JsonObject
            {
                ["keys"] = new JsonArray([.. keys.SelectMany(key => key.Published)]),
            }.ToJsonString()),
            _ => NotFoundAsync(context),
        };
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
