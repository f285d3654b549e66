using System.Globalization;
using Interactions.Domain.Interactions;
using Interactions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Orders;

/// <summary>What did not arrive, or perhaps did not, is sent once more, by somebody who knows that it may arrive twice.</summary>
internal sealed class ResendingFunction(Door door, CarryingOut carryingOut)
{
    [Function("ResendMessage")]
    public Task<IResult> ResendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/interactions/{id}/messages/{sequence}/resend")] HttpRequest request,
        string id,
        string sequence) =>
        door.LetInAsync(request, async caller =>
        {
            if (!long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var message) || message < 1)
                return Problems.NotFound("message");
            return await Body.ReadNothingAsync(request)
                ?? await carryingOut.AnswerAsync(
                    request,
                    caller,
                    id,
                    interaction => new ResendMessage(caller.Actor, interaction, message),
                    Telling.Entry<MessageSent>(StatusCodes.Status202Accepted));
        });
}
