using Interactions.Functions.Contract;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace Interactions.Functions.Http;

/// <summary>What may be sent where; also for browsers that ask on behalf of another site's page.</summary>
internal static class PreflightFunction
{
    [Function("Preflight")]
    public static IResult Answer([HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "api/{*path}")] HttpRequest request, string path)
    {
        if (Verbs.At(path ?? "") is not { Count: > 0 } verbs)
            return Results.NotFound();
        var allowed = string.Join(", ", verbs);
        request.HttpContext.Response.Headers[HeaderNames.Allow] = allowed;
        Cors.Describe(request.HttpContext, allowed);
        return Results.NoContent();
    }
}
