using Interactions.Functions.Hosting;
using Interactions.Functions.Http;
using Interactions.Functions.Messaging;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Console;

/// <summary>Wakes that came to nothing: an admin sees what is wrong with them, mends it, and has them looked at again.</summary>
internal sealed class DeadLettersFunction(Door door, DeadLetters deadLetters, QueueNames queues, ILogger<DeadLettersFunction> logger)
{
    private const string Route = "api/console/dead-letters";

    [Function("ListDeadLetters")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        door.LetInAsync(request, async _ =>
        {
            var cancellationToken = request.HttpContext.RequestAborted;
            var counts = await deadLetters.CountAsync(cancellationToken);
            var first = await Task.WhenAll(counts.Select(queue => deadLetters.PeekAsync(queue.Name, cancellationToken)));
            return JsonAnswer.Of(
                new DeadLetterList([.. counts.Zip(first, (queue, shown) => new DeadLetterQueue(queue.Name, queue.DeadLettered, shown))]),
                ConsoleJson.Default.DeadLetterList);
        });

    /// <summary>Once begun it is carried through, whether or not somebody waits for the answer.</summary>
    [Function("ReplayDeadLetters")]
    public Task<IResult> ReplayAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{queue}/replay")] HttpRequest request, string queue) =>
        door.LetInAsync(request, async caller =>
        {
            if (!DeadLetters.IsName(queue))
                return Problems.InvalidId("a queue of the bus");
            if (!queues.All.Contains(queue))
                return Problems.NotFound("queue");

            var replayed = await deadLetters.ReplayAsync(queue, CancellationToken.None);
            logger.DeadLettersReplayed(caller.Id, replayed, queue);
            var left = (await deadLetters.CountAsync(CancellationToken.None)).Single(each => each.Name == queue).DeadLettered;
            return JsonAnswer.Of(new DeadLetterReplay(replayed, left), ConsoleJson.Default.DeadLetterReplay);
        });
}
