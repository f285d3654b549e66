using Interactions.Functions.Http;
using Interactions.Functions.Security;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Desks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Desks;

/// <summary>Who asks, and whether they take work.</summary>
internal sealed class MeFunction(Door door, DeskStore desks, PresenceChanges changes, PolicySource policies)
{
    [Function("GetMe")]
    public Task<IResult> GetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/me")] HttpRequest request) =>
        door.LetInAsync(request, async caller => await AnswerAsync(
            caller, await desks.FindAsync(caller.Id, request.HttpContext.RequestAborted), request.HttpContext.RequestAborted));

    /// <summary>Anybody may say it; who serves no queue is offered nothing for it.</summary>
    [Function("SetPresence")]
    public Task<IResult> SetPresenceAsync([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/me/presence")] HttpRequest request) =>
        door.LetInAsync(request, async caller =>
        {
            var body = await Body.ReadObjectAsync(request);
            if (body.Problem is { } malformed)
                return malformed;
            return PresenceReader.TryRead(body.Value, out var change, out var wrong)
                ? await AnswerAsync(caller, await changes.ApplyAsync(caller.Id, change), request.HttpContext.RequestAborted)
                : wrong;
        });

    private async Task<IResult> AnswerAsync(Caller caller, StoredDesk stored, CancellationToken cancellationToken) =>
        JsonAnswer.Of(MeView.Of(caller, stored.Desk, await policies.CurrentAsync(cancellationToken)), DesksJson.Default.MeView);
}
