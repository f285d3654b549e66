using Interactions.Domain.Values;
using Interactions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Boards;

/// <summary>How things stand in the queues.</summary>
internal sealed class QueuesFunction(Door door, BoardSource boards, TimeProvider clock)
{
    [Function("ListQueues")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/queues")] HttpRequest request) =>
        door.LetInAsync(request, async () =>
        {
            if (!PageRequest.TryRead<QueueId>(request, out var page, out var problem))
                return problem;
            var board = await boards.CurrentAsync(request.HttpContext.RequestAborted);
            var rest = board.Queues
                .Where(queue => page.After is not { } after || string.CompareOrdinal(queue.Queue.Value, after.Value) > 0)
                .Take(page.Limit + 1)
                .Select(queue => QueueView.Of(queue, board.At, clock.GetUtcNow()))
                .ToList();
            var cursor = rest.Count > page.Limit ? Opaque.Of(rest[page.Limit - 1].Id) : null;
            return JsonAnswer.Of(new Page<QueueView>([.. rest.Take(page.Limit)], cursor), BoardsJson.Default.PageQueueView);
        });

    [Function("GetQueue")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/queues/{id}")] HttpRequest request, string id) =>
        door.LetInAsync(request, async () =>
        {
            if (!QueueId.TryParse(id, null, out var queue))
                return Problems.InvalidId("a queue");
            var board = await boards.CurrentAsync(request.HttpContext.RequestAborted);
            return board.Queues.FirstOrDefault(each => each.Queue == queue) is { } found
                ? JsonAnswer.Of(QueueView.Of(found, board.At, clock.GetUtcNow()), BoardsJson.Default.QueueView)
                : Problems.NotFound("queue");
        });
}
