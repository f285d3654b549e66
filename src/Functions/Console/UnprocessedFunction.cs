using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Interactions.Functions.Http;
using Interactions.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Console;

/// <summary>What could not be taken in: an admin sees it, mends the reason, and has it taken in after all.</summary>
internal sealed class UnprocessedFunction(Door door, Unprocessed unprocessed, Replay replay, InboundChecks checks, ILogger<UnprocessedFunction> logger)
{
    private const string Route = "api/console/unprocessed";

    [Function("ListUnprocessed")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        door.LetInAsync(request, async _ =>
        {
            if (!PageRequest.TryRead<Storage.Cursor>(request, out var page, out var problem))
                return problem;
            var found = await unprocessed.ListAsync(page.Limit, page.After, request.HttpContext.RequestAborted);
            return JsonAnswer.Of(UnprocessedList.Of(found), ConsoleJson.Default.UnprocessedList);
        });

    [Function("ReplayUnprocessed")]
    public Task<IResult> ReplayAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{sid}/replay")] HttpRequest request, string sid) =>
        door.LetInAsync(request, async _ =>
        {
            if (!MessageSid.TryParse(sid, null, out var id))
                return Problems.InvalidId("an unprocessed message");
            if (await unprocessed.FindAsync(id, request.HttpContext.RequestAborted) is not { } message)
                return Problems.NotFound("unprocessed message");

            var failure = await replay.TakeInAsync(message);
            return failure is null ? Results.NoContent() : Problems.StillUnprocessed(failure);
        });

    [Function("ReplayAllUnprocessed")]
    public Task<IResult> ReplayAllAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/replay")] HttpRequest request) =>
        door.LetInAsync(request, async _ => JsonAnswer.Of(await replay.TakeInAllAsync(CancellationToken.None), ConsoleJson.Default.ReplayReport));

    /// <summary>For what will never be wanted: somebody decided that nobody has to read it.</summary>
    [Function("DiscardUnprocessed")]
    public Task<IResult> DiscardAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{sid}")] HttpRequest request, string sid) =>
        door.LetInAsync(request, async caller =>
        {
            if (!MessageSid.TryParse(sid, null, out var id))
                return Problems.InvalidId("an unprocessed message");

            // Twilio's list goes on showing it, and it shall not come in by that way.
            await checks.DiscardAsync(id, request.HttpContext.RequestAborted);
            await unprocessed.RemoveAsync(id, request.HttpContext.RequestAborted);
            logger.Discarded(id, caller.Id);
            return Results.NoContent();
        });
}
