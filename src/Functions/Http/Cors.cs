using System.Collections.Frozen;
using Interactions.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Net.Http.Headers;

namespace Interactions.Functions.Http;

/// <summary>
/// Which other sites' pages may ask. None where nothing is said; tokens are sent by hand and never as cookies, so no credentials of a
/// browser are allowed.
/// </summary>
internal sealed class Cors
{
    private const string Setting = "Interactions:CorsOrigins";
    private const string Any = "*";

    private readonly FrozenSet<string> _origins;

    private Cors(FrozenSet<string> origins) => _origins = origins;

    public static Cors From(IConfiguration configuration)
    {
        var named = configuration[Setting]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return Array.TrueForAll(named, IsOrigin)
            ? new(named.ToFrozenSet(StringComparer.OrdinalIgnoreCase))
            : throw new SettingException("The setting Interactions__CorsOrigins has to list origins such as https://desk.example.com, parted by commas, or be *.");
    }

    public void Allow(HttpContext http)
    {
        if (_origins.Count == 0)
            return;

        // What is answered depends on who asks, and whoever keeps answers has to know that.
        var headers = http.Response.Headers;
        headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        if (http.Request.Headers.Origin is not [{ } origin] || !(_origins.Contains(Any) || _origins.Contains(origin)))
            return;
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = "ETag, Location, Retry-After, WWW-Authenticate";
    }

    /// <summary>What a browser asks before it sends what its page wants to.</summary>
    public static void Describe(HttpContext http, string methods)
    {
        var headers = http.Response.Headers;
        if (headers.AccessControlAllowOrigin.Count == 0)
            return;
        headers.AccessControlAllowMethods = methods;
        headers.AccessControlAllowHeaders = "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key";
        headers.AccessControlMaxAge = "600";
    }

    private static bool IsOrigin(string text) =>
        text == Any || (Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme is "https" or "http") && text == url.GetLeftPart(UriPartial.Authority));
}
