using Interactions.Domain.Interactions;
using Interactions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Orders;

/// <summary>What is written down about an interaction, written differently.</summary>
internal sealed class AmendingFunction(Door door, CarryingOut carryingOut)
{
    [Function("PatchInteraction")]
    public Task<IResult> PatchAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "api/interactions/{id}")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            var body = await Body.ReadObjectAsync(request);
            if (body.Problem is { } unread)
                return unread;
            return AmendmentReader.TryRead(body.Value, out var amendment, out var problem)
                ? await carryingOut.AnswerAsync(request, caller, id, interaction => new Amend(caller.Actor, interaction, amendment))
                : problem;
        });
}
