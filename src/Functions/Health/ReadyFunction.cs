using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Health;

/// <summary>Readiness: what the product depends on can be reached, and nothing lies dead-lettered unseen.</summary>
internal sealed class ReadyFunction(Readiness readiness)
{
    [Function("Ready")]
    public async Task<IResult> GetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/ready")] HttpRequest request)
    {
        var report = await readiness.CheckAsync(request.HttpContext.RequestAborted);
        return Results.Json(
            report,
            HealthJson.Default.ReadinessReport,
            statusCode: report.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
