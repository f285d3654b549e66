using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Http;
using Interactions.Functions.Security;
using Interactions.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Agents;

/// <summary>Customers' addresses, and everything ever exchanged with them.</summary>
internal sealed class ProfilesFunction(Door door, ConversationStore conversations, LogReader log, Sights sights, TimeProvider clock)
{
    public const int LongestSearch = 200;

    [Function("GetProfile")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/profiles/{id}")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            var (conversation, problem) = await FindAsync(caller, id, request.HttpContext.RequestAborted);
            if (conversation is null)
                return problem!;
            Preconditions.SetETag(request.HttpContext.Response, conversation.Version);
            var sight = await sights.OfAsync(caller, request.HttpContext.RequestAborted);
            return JsonAnswer.Of(ProfileView.Of(conversation, sight, clock.GetUtcNow()), AgentsJson.Default.ProfileView);
        });

    [Function("GetProfileLog")]
    public Task<IResult> GetLogAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/profiles/{id}/log")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            if (!PageRequest.TryRead<LogPlace>(request, out var page, out var wrong))
                return wrong;
            var before = default(LogPlace);
            if (request.Query.TryGetValue("before", out var place) && !LogPlace.TryParse(place, null, out before))
                return Problems.InvalidParameter("before", "has to be the number of an entry");
            if (request.Query.TryGetValue("q", out var text) && text is not [{ Length: > 0 and <= LongestSearch }])
                return Problems.InvalidParameter("q", $"has to have 1 to {LongestSearch} characters");

            var (conversation, problem) = await FindAsync(caller, id, request.HttpContext.RequestAborted);
            if (conversation is null)
                return problem!;
            var from = before.Sequence == 0 ? conversation.NextSequence : Math.Min(before.Sequence, conversation.NextSequence);
            var sight = await sights.OfAsync(caller, request.HttpContext.RequestAborted);
            var readable = new Readable(sight, conversation, conversations);
            return JsonAnswer.Of(
                await log.ReadBackwardsAsync(conversation, from, page.Limit, text, readable, request.HttpContext.RequestAborted),
                LogJson.Default.LogPage);
        });

    private async Task<(Conversation? Conversation, Problem? Problem)> FindAsync(Caller caller, string text, CancellationToken cancellationToken)
    {
        if (!ProfileId.TryParse(text, null, out var id))
            return (null, Problems.InvalidId("a profile"));
        var stored = await conversations.LoadAsync(id, cancellationToken);
        return stored.ETag is not null && await sights.ShowsAsync(caller, stored.Conversation, cancellationToken)
            ? (stored.Conversation, null)
            : (null, Problems.NotFound("profile"));
    }
}
