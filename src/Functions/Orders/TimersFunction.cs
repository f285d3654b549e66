using Interactions.Domain.Interactions;
using Interactions.Domain.Timers;
using Interactions.Functions.Agents;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Orders;

/// <summary>What time will do to an interaction, and what people decide of that.</summary>
internal sealed class TimersFunction(Door door, CarryingOut carryingOut, Records records, PolicySource policies, TimeProvider clock)
{
    [Function("ListTimers")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/interactions/{id}/timers")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            var (found, problem) = await records.FindAsync(caller, id, request.HttpContext.RequestAborted);
            if (found is null)
                return problem!;
            var policy = await policies.CurrentAsync(request.HttpContext.RequestAborted);
            Preconditions.SetETag(request.HttpContext.Response, found.Conversation.Version);
            return JsonAnswer.Of(TimersView.Of(found.Interaction, policy, caller, clock.GetUtcNow()), AgentsJson.Default.TimersView);
        });

    [Function("ExtendTimer")]
    public Task<IResult> ExtendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/interactions/{id}/timers/{timer}/extend")] HttpRequest request,
        string id,
        string timer) =>
        door.LetInAsync(request, async caller =>
        {
            if (!EnumNames<TimerKind>.TryParse(timer, out var kind))
                return Problems.InvalidId("a timer");
            var body = await Body.ReadAsync(request, OrdersJson.Default.ExtendDocument);
            if (body.Value is not { } document)
                return body.Problem!;
            return Moments.TryParse(document.Until, null, out var until)
                ? await carryingOut.AnswerAsync(request, caller, id, interaction => new ExtendTimer(caller.Actor, interaction, kind, until))
                : Problems.InvalidField("until", Moments.Wanted);
        });

    [Function("CancelTimer")]
    public Task<IResult> CancelAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/interactions/{id}/timers/{timer}/cancel")] HttpRequest request,
        string id,
        string timer) =>
        door.LetInAsync(request, async caller =>
            !EnumNames<TimerKind>.TryParse(timer, out var kind)
                ? Problems.InvalidId("a timer")
                : await Body.ReadNothingAsync(request)
                    ?? await carryingOut.AnswerAsync(request, caller, id, interaction => new CancelTimer(caller.Actor, interaction, kind)));
}
