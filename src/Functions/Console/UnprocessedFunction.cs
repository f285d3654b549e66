using Interactions.Domain.Values;
using Interactions.Functions.Http;
using Interactions.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Console;

/// <summary>What could not be taken in: an admin sees it, mends the reason, and has it taken in after all.</summary>
internal sealed class UnprocessedFunction(Door door, Unprocessed unprocessed, Replay replay)
{
    private const string Route = "api/console/unprocessed";

    [Function("ListUnprocessed")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        door.LetAdminsInAsync(request, async _ =>
        {
            if (!PageRequest.TryRead<Storage.Cursor>(request, out var page, out var problem))
                return problem;
            var found = await unprocessed.ListAsync(page.Limit, page.After, request.HttpContext.RequestAborted);
            return JsonAnswer.Of(UnprocessedList.Of(found), ConsoleJson.Default.UnprocessedList);
        });

    [Function("ReplayUnprocessed")]
    public Task<IResult> ReplayAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{sid}/replay")] HttpRequest request, string sid) =>
        door.LetAdminsInAsync(request, async _ =>
        {
            if (!MessageSid.TryParse(sid, null, out var id))
                return Problems.InvalidId("an unprocessed message");
            if (await unprocessed.FindAsync(id, request.HttpContext.RequestAborted) is not { } message)
                return Problems.NotFound("unprocessed message");

            // Once begun it is carried through, whether or not somebody waits for the answer.
            var failure = await replay.TakeInAsync(message, CancellationToken.None);
            return failure is null ? Results.NoContent() : Problems.StillUnprocessed(failure);
        });

    /// <summary>Plays up to a page of them; whoever wants all of them asks until nothing is left or nothing more goes in.</summary>
    [Function("ReplayAllUnprocessed")]
    public Task<IResult> ReplayAllAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/replay")] HttpRequest request) =>
        door.LetAdminsInAsync(request, async _ =>
        {
            if (!PageRequest.TryRead<Storage.Cursor>(request, out var page, out var problem))
                return problem;
            var found = await unprocessed.ListAsync(page.Limit, page.After, CancellationToken.None);
            var failures = 0;
            foreach (var message in found.Items)
                failures += await replay.TakeInAsync(message, CancellationToken.None) is null ? 0 : 1;
            return JsonAnswer.Of(
                new ReplayReport(found.Items.Count - failures, failures, ListedUnprocessed.CursorOf(found)), ConsoleJson.Default.ReplayReport);
        });
}
