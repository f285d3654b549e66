using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Http;
using Interactions.Functions.Security;
using Interactions.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Privacy;

/// <summary>Somebody wants to know everything that is known of them.</summary>
internal sealed class ExportFunction(
    Door door, CommitLoop loop, ConversationStore conversations, ProfileExport export, Sights sights, TimeProvider clock, ILogger<ExportFunction> logger)
{
    [Function("ExportProfile")]
    public Task<IResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/profiles/{id}/export")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            if (!ProfileId.TryParse(id, null, out var profile))
                return Problems.InvalidId("a profile");

            // Who only asks whether it is there has taken no copy. That somebody takes one is stored before they have it.
            if (!HttpMethods.IsHead(request.Method) && await NoteAsync(request, profile, caller) is Decision.Refused)
                return Problems.NotFound("profile");
            var stored = await conversations.LoadAsync(profile, request.HttpContext.RequestAborted);
            return stored.ETag is null
                ? Problems.NotFound("profile")
                : export.Of(stored.Conversation, await sights.OfAsync(caller, request.HttpContext.RequestAborted));
        });

    private async Task<Decision> NoteAsync(HttpRequest request, ProfileId profile, Caller caller)
    {
        using var limit = new CancellationTokenSource(Patience.Limit, clock);
        var order = new ExportProfile(caller.Actor) { Name = RequestKey.NameOf(request, caller, profile.Value, key: null) };
        var decision = await loop.HandleAsync(profile, order, limit.Token);
        if (decision is Decision.Changed)
        {
            Metrics.Exported.Add(1);
            logger.Exported(profile, caller.Actor);
        }

        return decision;
    }
}
