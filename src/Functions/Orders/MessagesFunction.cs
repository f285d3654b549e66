using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Orders;

/// <summary>What an agent writes to a customer. It is accepted once it is stored, and sent after that.</summary>
internal sealed class MessagesFunction(Door door, CarryingOut carryingOut)
{
    [Function("SendMessage")]
    public Task<IResult> SendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/interactions/{id}/messages")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            var body = await Body.ReadAsync(request, OrdersJson.Default.MessageDocument);
            if (body.Value is not { } document)
                return body.Problem!;
            return MessageReader.ProblemWith(document)
                ?? await carryingOut.AnswerAsync(
                    request,
                    caller,
                    id,
                    interaction => new SendReply(
                        caller.Actor, interaction, new OutboundMessage(document.Text ?? "", [.. document.Media.OfType<string>()]), document.LastSeen, document.Force),
                    Telling.Entry<MessageSent>(StatusCodes.Status202Accepted));
        });
}
