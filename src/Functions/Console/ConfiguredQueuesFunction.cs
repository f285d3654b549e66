using Interactions.Functions.Console.Checks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Console;

/// <summary>Queues, as they are configured.</summary>
internal sealed class ConfiguredQueuesFunction(ConfigurationRequests requests)
{
    private const string Route = "api/console/queues";
    private const string One = Route + "/{id}";

    [Function("ListConfiguredQueues")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        requests.ListAsync(request, Kinds.Queues);

    [Function("GetConfiguredQueue")]
    public Task<IResult> GetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = One)] HttpRequest request, string id) =>
        requests.GetAsync(request, Kinds.Queues, id);

    [Function("ConfigureQueue")]
    public Task<IResult> PutAsync([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request, string id) =>
        requests.PutAsync(request, Kinds.Queues, id);

    [Function("RemoveConfiguredQueue")]
    public Task<IResult> RemoveAsync([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One)] HttpRequest request, string id) =>
        requests.RemoveAsync(request, Kinds.Queues, id);
}
