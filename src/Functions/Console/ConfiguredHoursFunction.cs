using Interactions.Functions.Console.Checks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Console;

/// <summary>Business hours, as they are configured.</summary>
internal sealed class ConfiguredHoursFunction(ConfigurationRequests requests)
{
    private const string Route = "api/console/hours";
    private const string One = Route + "/{id}";

    [Function("ListConfiguredHours")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        requests.ListAsync(request, Kinds.Hours);

    [Function("GetConfiguredHours")]
    public Task<IResult> GetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = One)] HttpRequest request, string id) =>
        requests.GetAsync(request, Kinds.Hours, id);

    [Function("ConfigureHours")]
    public Task<IResult> PutAsync([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request, string id) =>
        requests.PutAsync(request, Kinds.Hours, id);

    [Function("RemoveConfiguredHours")]
    public Task<IResult> RemoveAsync([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One)] HttpRequest request, string id) =>
        requests.RemoveAsync(request, Kinds.Hours, id);
}
