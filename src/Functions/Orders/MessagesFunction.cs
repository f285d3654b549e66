using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Functions.Agents;
using Interactions.Functions.Http;
using Interactions.Functions.Responses;
using Interactions.Functions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Orders;

/// <summary>What an agent writes to a customer. It is accepted once it is stored, and sent after that.</summary>
internal sealed class MessagesFunction(Door door, Records records, Rendering rendering, CarryingOut carryingOut)
{
    [Function("SendMessage")]
    public Task<IResult> SendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/interactions/{id}/messages")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            var body = await Body.ReadAsync(request, OrdersJson.Default.MessageDocument);
            if (body.Value is not { } document)
                return body.Problem!;
            if (MessageReader.ProblemWith(document) is { } problem)
                return problem;
            var text = document.Response is null ? document.Text ?? "" : await TextOfAsync(document.Response, caller, id, request.HttpContext.RequestAborted);
            return await carryingOut.AnswerAsync(
                request,
                caller,
                id,
                interaction => new SendReply(caller.Actor, interaction, MessageReader.MessageOf(document, text), document.LastSeen, document.Force)
                {
                    LacksResponse = text is null,
                },
                Telling.Entry<MessageSent>(StatusCodes.Status202Accepted));
        });

    // Whatever is wrong with the interaction is told by the order, which may have been carried out before: then what is there now does not matter.
    private async Task<string?> TextOfAsync(string response, Caller caller, string id, CancellationToken cancellationToken)
    {
        var (found, _) = await records.FindAsync(caller, id, cancellationToken);
        return found is null ? null : await rendering.TextOfAsync(response, found, caller, cancellationToken);
    }
}
