using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Health;

/// <summary>Liveness: this process answers. Asks nobody else.</summary>
internal static class HealthFunction
{
    [Function("Health")]
    public static IResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health")] HttpRequest request) =>
        Results.Json(new HealthReport("healthy"), HealthJson.Default.HealthReport);
}
