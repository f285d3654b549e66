using Interactions.Domain.Interactions;
using Interactions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Orders;

/// <summary>That an agent has seen what a customer wrote.</summary>
internal sealed class ReadingFunction(Door door, CarryingOut carryingOut)
{
    [Function("ReadInteraction")]
    public Task<IResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/interactions/{id}/read")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            var body = await Body.ReadIfAnyAsync(request, RecordsJson.Default.ReadDocument);
            if (body.Value is not { } document)
                return body.Problem!;
            return document.LastSeen < 0
                ? Problems.InvalidField("lastSeen", "has to be the number of an entry of the log")
                : await carryingOut.AnswerAsync(request, caller, id, interaction => new MarkRead(caller.Actor, interaction, document.LastSeen));
        });
}
