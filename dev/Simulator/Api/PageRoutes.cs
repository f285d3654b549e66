using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interactions.Simulator.Api;

/// <summary>The page, out of this assembly: it needs nothing of elsewhere, and runs no script but its own.</summary>
internal static class PageRoutes
{
    // Pictures that the app sends lie where it says.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: https: http://localhost:* http://127.0.0.1:*; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder routes)
    {
        Serve(routes, "/", "index.html", "text/html; charset=utf-8");
        Serve(routes, "/phones.css", "phones.css", "text/css; charset=utf-8");
        foreach (var script in (string[])["phones.js", "phone.js", "chaos.js", "elements.js"])
            Serve(routes, $"/{script}", script, "text/javascript; charset=utf-8");
        Serve(routes, "/favicon.svg", "favicon.svg", "image/svg+xml");
    }

    private static void Serve(IEndpointRouteBuilder routes, string path, string resource, string contentType) =>
        routes.MapGet(path, async context =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            context.Response.Headers.CacheControl = "no-cache";
            await Results.Stream(typeof(PageRoutes).Assembly.GetManifestResourceStream(resource)!, contentType).ExecuteAsync(context);
        });
}
