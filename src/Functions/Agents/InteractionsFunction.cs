using Interactions.Functions.Http;
using Interactions.Functions.Security;
using Interactions.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Agents;

/// <summary>Interactions: many by what they are, single ones by id or by number.</summary>
internal sealed class InteractionsFunction(
    Door door, Records records, InteractionLists lists, LogReader log, Sights sights, TimeProvider clock)
{
    [Function("ListInteractions")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/interactions")] HttpRequest request) =>
        door.LetInAsync(request, async caller =>
        {
            if (!PageRequest.TryRead<Cursor>(request, out var page, out var problem) || !ListFilter.TryRead(request, out var filter, out problem))
                return problem;
            if (filter.Queue is { } queue && !await sights.ShowsAsync(caller, queue, request.HttpContext.RequestAborted))
                return Problems.NotFound("queue");
            return JsonAnswer.Of(
                await lists.ReadAsync(caller, filter, page.Limit, page.After, request.HttpContext.RequestAborted),
                AgentsJson.Default.PageInteractionView);
        });

    [Function("GetInteraction")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/interactions/{id}")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            var (found, problem) = await records.FindAsync(caller, id, request.HttpContext.RequestAborted);
            return found is null ? problem! : RecordAnswer.Of(found, request, clock.GetUtcNow());
        });

    [Function("GetInteractionLog")]
    public Task<IResult> GetLogAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/interactions/{id}/log")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            if (!PageRequest.TryRead<LogPlace>(request, out var page, out var wrong))
                return wrong;
            var (found, problem) = await records.FindAsync(caller, id, request.HttpContext.RequestAborted);
            return found is null
                ? problem!
                : JsonAnswer.Of(
                    await log.ReadAsync(found, page.After?.Sequence ?? 1, page.Limit, request.HttpContext.RequestAborted),
                    LogJson.Default.PageLogEntryView);
        });
}
