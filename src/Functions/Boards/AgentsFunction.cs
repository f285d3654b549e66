using System.Diagnostics.CodeAnalysis;
using Interactions.Domain.Values;
using Interactions.Functions.Http;
using Interactions.Functions.Security;
using Interactions.Functions.Storage.Configuration;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Boards;

/// <summary>Who works here, and how much they have: out of the same picture as the queues.</summary>
internal sealed class AgentsFunction(Door door, BoardSource boards, PolicySource policies, Sights sights)
{
    [Function("ListAgents")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/agents")] HttpRequest request) =>
        door.LetInAsync(request, async caller =>
        {
            if (!PageRequest.TryRead<AgentId>(request, out var page, out var problem) || !TryReadQueue(request, out var queue, out problem))
                return problem;
            if (queue is { } one && !await sights.ShowsAsync(caller, one, request.HttpContext.RequestAborted))
                return Problems.NotFound("queue");
            var board = await boards.CurrentAsync(request.HttpContext.RequestAborted);
            var policy = await policies.CurrentAsync(request.HttpContext.RequestAborted);
            var colleagues = new Colleagues(board, policy, caller);
            return JsonAnswer.Of(Page.Of(colleagues.In(queue), page, agent => agent.Value, colleagues.Show), BoardsJson.Default.PageAgentView);
        });

    private static bool TryReadQueue(HttpRequest request, out QueueId? queue, [NotNullWhen(false)] out Problem? problem)
    {
        (queue, problem) = (null, null);
        if (!request.Query.TryGetValue("queue", out var text))
            return true;
        if (text is [{ } one] && QueueId.TryParse(one, null, out var id))
            queue = id;
        else
            problem = Problems.InvalidParameter("queue", "is not a queue's id");
        return problem is null;
    }
}
