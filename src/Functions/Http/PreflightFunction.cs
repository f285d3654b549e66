using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Http;

/// <summary>What may be sent where, for browsers that ask on behalf of another site's page.</summary>
internal static class PreflightFunction
{
    [Function("Preflight")]
    public static IResult Answer([HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "api/{*path}")] HttpRequest request, string path)
    {
        _ = path;
        Cors.Describe(request.HttpContext);
        return Results.NoContent();
    }
}
