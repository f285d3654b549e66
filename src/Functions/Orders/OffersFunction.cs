using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Http;
using Interactions.Functions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Orders;

/// <summary>What somebody does with what is offered to them, or waits for anybody.</summary>
internal sealed class OffersFunction(Door door, CarryingOut carryingOut)
{
    [Function("AcceptInteraction")]
    public Task<IResult> AcceptAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/interactions/{id}/accept")] HttpRequest request, string id) =>
        AnswerAsync(request, id, (caller, interaction) => new AcceptOffer(interaction, caller.Id) { By = caller.Actor });

    [Function("DeclineInteraction")]
    public Task<IResult> DeclineAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/interactions/{id}/decline")] HttpRequest request, string id) =>
        AnswerAsync(request, id, (caller, interaction) => new DeclineOffer(interaction, caller.Id) { By = caller.Actor });

    [Function("ClaimInteraction")]
    public Task<IResult> ClaimAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/interactions/{id}/claim")] HttpRequest request, string id) =>
        AnswerAsync(request, id, (caller, interaction) => new Claim(interaction, caller.Id) { By = caller.Actor });

    private Task<IResult> AnswerAsync(HttpRequest request, string id, Func<Caller, InteractionId, InteractionCommand> order) =>
        door.LetInAsync(request, async caller =>
            await Body.ReadNothingAsync(request) ?? await carryingOut.AnswerAsync(request, caller, id, interaction => order(caller, interaction)));
}
