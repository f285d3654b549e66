using Interactions.Domain.Values;
using Interactions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Agents;

/// <summary>Single interactions, by id or by number.</summary>
internal sealed class InteractionsFunction(Door door, Records records, LogReader log, TimeProvider clock)
{
    [Function("GetInteraction")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/interactions/{id}")] HttpRequest request, string id) =>
        door.LetInAsync(request, async () =>
        {
            var (found, problem) = await FindAsync(id, request.HttpContext.RequestAborted);
            if (found is null)
                return problem!;
            Preconditions.SetETag(request.HttpContext.Response, found.Conversation.Version);
            return JsonAnswer.Of(
                InteractionView.Of(found.Interaction, found.Conversation.Profile, clock.GetUtcNow()), AgentsJson.Default.InteractionView);
        });

    [Function("GetInteractionLog")]
    public Task<IResult> GetLogAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/interactions/{id}/log")] HttpRequest request, string id) =>
        door.LetInAsync(request, async () =>
        {
            if (!PageRequest.TryRead<LogPlace>(request, out var page, out var wrong))
                return wrong;
            var (found, problem) = await FindAsync(id, request.HttpContext.RequestAborted);
            return found is null
                ? problem!
                : JsonAnswer.Of(
                    await log.ReadAsync(found.Interaction, page.After?.Sequence ?? 1, page.Limit, request.HttpContext.RequestAborted),
                    LogJson.Default.PageLogEntryView);
        });

    private async Task<(Records.Found? Found, Problem? Problem)> FindAsync(string text, CancellationToken cancellationToken)
    {
        Records.Found? found;
        if (InteractionNumber.TryParse(text, null, out var number))
            found = await records.FindAsync(number, cancellationToken);
        else if (InteractionId.TryParse(text, null, out var id))
            found = await records.FindAsync(id, cancellationToken);
        else
            return (null, Problems.InvalidId("an interaction"));
        return (found, found is null ? Problems.NotFound("interaction") : null);
    }
}
