using Interactions.Domain.Interactions;
using Interactions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Orders;

/// <summary>What whoever has an interaction does with it: waits, goes on, and comes to an end.</summary>
internal sealed class WorkFunction(Door door, CarryingOut carryingOut)
{
    [Function("HoldInteraction")]
    public Task<IResult> HoldAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/interactions/{id}/hold")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            var body = await Body.ReadIfAnyAsync(request, OrdersJson.Default.HoldDocument);
            return body.Value is { } document
                ? await carryingOut.AnswerAsync(request, caller, id, interaction => new Hold(caller.Actor, interaction, document.Reason))
                : body.Problem!;
        });

    [Function("ResumeInteraction")]
    public Task<IResult> ResumeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/interactions/{id}/resume")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
            await Body.ReadNothingAsync(request)
            ?? await carryingOut.AnswerAsync(request, caller, id, interaction => new Resume(caller.Actor, interaction)));

    [Function("EndInteraction")]
    public Task<IResult> EndAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/interactions/{id}/end")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            var body = await Body.ReadAsync(request, OrdersJson.Default.EndDocument);
            if (body.Value is not { } document)
                return body.Problem!;
            if (document.Outcome is not { } outcome)
                return Problems.InvalidField("outcome", "has to say whether it is resolved or unresolved");
            return Texts.ProblemWithLine("shortDescription", document.ShortDescription, Amendment.LongestShortDescription)
                ?? await carryingOut.AnswerAsync(
                    request, caller, id, interaction => new End(caller.Actor, interaction, outcome) { ShortDescription = document.ShortDescription });
        });

    [Function("WrapInteraction")]
    public Task<IResult> WrapAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/interactions/{id}/wrap")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            var body = await Body.ReadIfAnyAsync(request, OrdersJson.Default.WrapDocument);
            if (body.Value is not { } document)
                return body.Problem!;
            return Texts.ProblemWithLine("shortDescription", document.ShortDescription, Amendment.LongestShortDescription)
                ?? Texts.ProblemWithLine("disposition", document.Disposition, Amendment.LongestDisposition)
                ?? await carryingOut.AnswerAsync(
                    request,
                    caller,
                    id,
                    interaction => new Wrap(caller.Actor, interaction, document.ShortDescription, Texts.Said(document.Disposition)));
        });
}
