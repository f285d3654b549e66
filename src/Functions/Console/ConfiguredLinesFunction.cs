using Interactions.Functions.Console.Checks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Console;

/// <summary>Company numbers, as they are configured.</summary>
internal sealed class ConfiguredLinesFunction(ConfigurationRequests requests)
{
    private const string Route = "api/console/lines";
    private const string One = Route + "/{id}";

    [Function("ListConfiguredLines")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        requests.ListAsync(request, Kinds.Lines);

    [Function("GetConfiguredLine")]
    public Task<IResult> GetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = One)] HttpRequest request, string id) =>
        requests.GetAsync(request, Kinds.Lines, id);

    [Function("ConfigureLine")]
    public Task<IResult> PutAsync([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request, string id) =>
        requests.PutAsync(request, Kinds.Lines, id);

    [Function("RemoveConfiguredLine")]
    public Task<IResult> RemoveAsync([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One)] HttpRequest request, string id) =>
        requests.RemoveAsync(request, Kinds.Lines, id);
}
