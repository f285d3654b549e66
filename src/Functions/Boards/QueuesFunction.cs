using Interactions.Domain.Values;
using Interactions.Functions.Http;
using Interactions.Functions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Boards;

/// <summary>How things stand in the queues.</summary>
internal sealed class QueuesFunction(Door door, BoardSource boards, Sights sights, TimeProvider clock)
{
    [Function("ListQueues")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/queues")] HttpRequest request) =>
        door.LetInAsync(request, async caller =>
        {
            if (!PageRequest.TryRead<QueueId>(request, out var page, out var problem))
                return problem;
            var board = await boards.CurrentAsync(request.HttpContext.RequestAborted);
            var sight = await sights.OfAsync(caller, request.HttpContext.RequestAborted);
            var shown = board.Queues.Where(queue => sight.Shows(queue.Queue));
            return JsonAnswer.Of(
                Page.Of(shown, page, queue => queue.Queue.Value, queue => QueueView.Of(queue, board.At, clock.GetUtcNow())),
                BoardsJson.Default.PageQueueView);
        });

    [Function("GetQueue")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/queues/{id}")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            if (!QueueId.TryParse(id, null, out var queue))
                return Problems.InvalidId("a queue");
            var board = await boards.CurrentAsync(request.HttpContext.RequestAborted);
            return board.Queues.FirstOrDefault(each => each.Queue == queue) is { } found
                && await sights.ShowsAsync(caller, queue, request.HttpContext.RequestAborted)
                ? JsonAnswer.Of(QueueView.Of(found, board.At, clock.GetUtcNow()), BoardsJson.Default.QueueView)
                : Problems.NotFound("queue");
        });
}
