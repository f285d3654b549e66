using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Configuration;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Orders;

/// <summary>Gives an interaction to somebody else: by who has it, or by who decides who gets it.</summary>
internal sealed class HandingOnFunction(Door door, CarryingOut carryingOut, PolicySource policies)
{
    [Function("TransferInteraction")]
    public Task<IResult> TransferAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/interactions/{id}/transfer")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            var body = await Body.ReadAsync(request, OrdersJson.Default.TransferDocument);
            if (body.Value is not { } document)
                return body.Problem!;
            var policy = await policies.CurrentAsync(request.HttpContext.RequestAborted);
            return TransferReader.TryRead(document, policy, out var transfer, out var problem)
                ? await carryingOut.AnswerAsync(request, caller, id, interaction => transfer(caller.Actor, interaction))
                : problem;
        });

    [Function("AssignInteraction")]
    public Task<IResult> AssignAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/interactions/{id}/assign")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            var body = await Body.ReadAsync(request, OrdersJson.Default.AssignDocument);
            if (body.Value is not { } document)
                return body.Problem!;
            var policy = await policies.CurrentAsync(request.HttpContext.RequestAborted);

            // Whoever takes over themselves need not be configured for it.
            var isTheirs = document.Agent == caller.Id.Value;
            return Named.TryRead(document.Agent, policy, out AgentId agent, out var problem) || isTheirs
                ? await carryingOut.AnswerAsync(request, caller, id, interaction => new Assign(caller.Actor, interaction, agent, document.Forced))
                : problem;
        });
}
