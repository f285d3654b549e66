using Interactions.Functions.Agents;
using Interactions.Functions.Http;
using Interactions.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Responses;

/// <summary>What an agent need not write anew.</summary>
internal sealed class ResponsesFunction(Door door, Records records, Rendering rendering)
{
    public const int LongestSearch = 200;

    [Function("ListResponses")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/interactions/{id}/responses")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            if (!PageRequest.TryRead<Cursor>(request, out var page, out var wrong))
                return wrong;
            if (request.Query.TryGetValue("q", out var text) && text is not [{ Length: > 0 and <= LongestSearch }])
                return Problems.InvalidParameter("q", $"has to have 1 to {LongestSearch} characters");
            var (found, problem) = await records.FindAsync(caller, id, request.HttpContext.RequestAborted);
            return found is null
                ? problem!
                : JsonAnswer.Of(
                    PageOf(await rendering.OfAsync(found, caller, request.HttpContext.RequestAborted), text, page), ResponsesJson.Default.PageResponseView);
        });

    private static Page<ResponseView> PageOf(IEnumerable<ResponseView> all, string? text, PageRequest<Cursor> page) => Page.Of(
        all.Where(response => text is null || response.Holds(text)), page, response => response.Id, response => response);
}
