using Interactions.Functions.Console.Checks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Console;

/// <summary>Agents, as they are configured.</summary>
internal sealed class ConfiguredAgentsFunction(ConfigurationRequests requests)
{
    private const string Route = "api/console/agents";
    private const string One = Route + "/{id}";

    [Function("ListConfiguredAgents")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        requests.ListAsync(request, Kinds.Agents);

    [Function("GetConfiguredAgent")]
    public Task<IResult> GetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = One)] HttpRequest request, string id) =>
        requests.GetAsync(request, Kinds.Agents, id);

    [Function("ConfigureAgent")]
    public Task<IResult> PutAsync([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request, string id) =>
        requests.PutAsync(request, Kinds.Agents, id);

    [Function("RemoveConfiguredAgent")]
    public Task<IResult> RemoveAsync([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One)] HttpRequest request, string id) =>
        requests.RemoveAsync(request, Kinds.Agents, id);
}
