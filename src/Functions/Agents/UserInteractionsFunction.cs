using Interactions.Domain.Values;
using Interactions.Functions.Http;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Users;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Agents;

/// <summary>What a user wanted, over all their addresses.</summary>
internal sealed class UserInteractionsFunction(Door door, UserStore users, UserInteractions interactions)
{
    [Function("ListUserInteractions")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/users/{id}/interactions")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            if (!UserId.TryParse(id, null, out var user))
                return Problems.InvalidId("a user");
            if (!PageRequest.TryRead<Cursor>(request, out var page, out var problem))
                return problem;
            return await users.FindAsync(user, request.HttpContext.RequestAborted) is null
                ? Problems.NotFound("user")
                : JsonAnswer.Of(
                    await interactions.ListAsync(caller, user, page.Limit, page.After, request.HttpContext.RequestAborted),
                    AgentsJson.Default.PageInteractionView);
        });
}
