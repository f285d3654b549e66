using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Agents;
using Interactions.Functions.Http;
using Interactions.Functions.Security;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Users;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Orders;

/// <summary>What agents begin, or go on with. There is one open record for each customer and line: where there is one, that is it.</summary>
internal sealed class OpeningFunction(
    Door door, CarryingOut carryingOut, Records records, UserStore users, RequestBodies bodies, PolicySource policies)
{
    // Of a request's name, enough to tell one visit from all others.
    private const int Visit = 34;

    [Function("CreateInteraction")]
    public Task<IResult> CreateAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/interactions")] HttpRequest request) =>
        door.LetInAsync(request, async caller =>
        {
            var body = await Body.ReadAsync(request, OrdersJson.Default.StartDocument);
            if (body.Value is not { } document)
                return body.Problem!;
            if (!RequestKey.TryRead(request, out var key, out var wrong))
                return wrong;
            var policy = await policies.CurrentAsync(request.HttpContext.RequestAborted);
            var name = RequestKey.NameOf(request, caller, "", key);
            if (!StartReader.TryRead(document, caller, policy, name[..Visit], out var order, out var problem))
                return problem;
            if (order.User is { } user)
            {
                if (await users.FindAsync(user, request.HttpContext.RequestAborted) is not { User.User.Traits: var traits })
                    return Problems.NotFound("user", "user");
                order = order with { Traits = traits };
            }

            return key is null || await bodies.IsFirstOrSameAsync(name, Body.HashOf(request), request.HttpContext.RequestAborted)
                ? await OpenAsync(request, caller, order, ProfileId.Of(order.Address), order.Line)
                : Problems.KeyReused();
        });

    [Function("ReopenInteraction")]
    public Task<IResult> ReopenAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/interactions/{id}/reopen")] HttpRequest request, string id) =>
        GoOnAsync(request, id, (caller, closed) => new ReopenInteraction(caller.Actor, closed.Id));

    [Function("CloneInteraction")]
    public Task<IResult> CloneAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/interactions/{id}/clone")] HttpRequest request, string id) =>
        GoOnAsync(request, id, (caller, closed) => new CloneInteraction(caller.Actor, closed.Id));

    private Task<IResult> GoOnAsync(HttpRequest request, string id, Func<Caller, Interaction, OpeningCommand> order) =>
        door.LetInAsync(request, async caller =>
        {
            if (await Body.ReadNothingAsync(request) is { } superfluous)
                return superfluous;
            var (found, problem) = await records.FindAsync(caller, id, request.HttpContext.RequestAborted);
            return found is { Interaction: var interaction }
                ? await OpenAsync(request, caller, order(caller, interaction), interaction.Id.Profile, interaction.Line, interaction.Id)
                : problem!;
        });

    private Task<IResult> OpenAsync(
        HttpRequest request, Caller caller, OpeningCommand order, ProfileId profile, LineId line, InteractionId? from = null) =>
        carryingOut.AnswerAsync(
            request,
            caller,
            new Errand(order, profile, from?.ToString() ?? "", conversation => conversation.ActiveOn(line)?.Id ?? from),
            Telling.Opening);
}
