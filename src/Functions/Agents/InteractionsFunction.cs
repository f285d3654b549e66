using Interactions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Agents;

/// <summary>Single interactions, by id or by number.</summary>
internal sealed class InteractionsFunction(Door door, Records records, LogReader log, TimeProvider clock)
{
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
                    await log.ReadAsync(found.Interaction, page.After?.Sequence ?? 1, page.Limit, request.HttpContext.RequestAborted),
                    LogJson.Default.PageLogEntryView);
        });
}
