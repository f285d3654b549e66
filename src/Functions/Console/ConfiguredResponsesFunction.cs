using Interactions.Functions.Console.Checks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Console;

/// <summary>Standard responses, as they are configured.</summary>
internal sealed class ConfiguredResponsesFunction(ConfigurationRequests requests)
{
    private const string Route = "api/console/responses";
    private const string One = Route + "/{id}";

    [Function("ListConfiguredResponses")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        requests.ListAsync(request, Kinds.Responses);

    [Function("GetConfiguredResponse")]
    public Task<IResult> GetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = One)] HttpRequest request, string id) =>
        requests.GetAsync(request, Kinds.Responses, id);

    [Function("ConfigureResponse")]
    public Task<IResult> PutAsync([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request, string id) =>
        requests.PutAsync(request, Kinds.Responses, id);

    [Function("RemoveConfiguredResponse")]
    public Task<IResult> RemoveAsync([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One)] HttpRequest request, string id) =>
        requests.RemoveAsync(request, Kinds.Responses, id);
}
