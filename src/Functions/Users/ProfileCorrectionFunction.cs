using System.Text.Json;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Agents;
using Interactions.Functions.Commit;
using Interactions.Functions.Http;
using Interactions.Functions.Orders;
using Interactions.Functions.Security;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Users;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Users;

/// <summary>What somebody knows better about a customer's address than the directory and the channel.</summary>
internal sealed class ProfileCorrectionFunction(
    Door door, ConversationStore conversations, UserStore users, Sights sights, ProfileCorrections corrections, TimeProvider clock)
{
    [Function("PatchProfile")]
    public Task<IResult> PatchAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "api/profiles/{id}")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            if (!ProfileId.TryParse(id, null, out var profile))
                return Problems.InvalidId("a profile");
            if (!Preconditions.TryRead(request, out var preconditions, out var wrong))
                return wrong;
            var patch = await Body.ReadObjectAsync(request);
            if (patch.Problem is { } unread)
                return unread;
            var body = Body.Read(patch.Value, RecordsJson.Default.ProfileDocument);
            if (body.Value is not { } document)
                return body.Problem!;
            if (await ProblemWithAsync(document, request.HttpContext.RequestAborted) is { } problem)
                return problem;
            var stored = await conversations.LoadAsync(profile, request.HttpContext.RequestAborted);
            return stored.ETag is not null && await sights.ShowsAsync(caller, stored.Conversation, request.HttpContext.RequestAborted)
                ? await AnswerAsync(request, caller, profile, document, patch.Value, preconditions)
                : Problems.NotFound("profile");
        });

    private async Task<IResult> AnswerAsync(
        HttpRequest request, Caller caller, ProfileId profile, ProfileDocument document, JsonElement patch, Preconditions preconditions)
    {
        var user = patch.TryGetProperty("user", out _) ? new Said<UserId?>(document.User is null ? null : UserId.Parse(document.User)) : null;
        var name = patch.TryGetProperty("name", out _) ? new Said<string?>(Texts.Said(document.Name)) : null;
        var decision = await corrections.CorrectAsync(profile, caller.Actor, user, name, new Terms { IsMeant = preconditions.Allow });
        if (decision is Decision.Refused { Reason: var reason })
            return reason == Refusal.NotFound ? Problems.NotFound("profile") : Problems.Refused(reason, interaction: null);

        var now = decision is Decision.Changed changed
            ? changed.Conversation
            : (await conversations.LoadAsync(profile, request.HttpContext.RequestAborted)).Conversation;
        Preconditions.SetETag(request.HttpContext.Response, now.Version);
        var sight = await sights.OfAsync(caller, request.HttpContext.RequestAborted);
        return JsonAnswer.Of(ProfileView.Of(now, sight, clock.GetUtcNow()), AgentsJson.Default.ProfileView);
    }

    private async Task<Problem?> ProblemWithAsync(ProfileDocument document, CancellationToken cancellationToken)
    {
        if (Texts.ProblemWithLine("name", document.Name, UserReader.LongestName) is { } problem)
            return problem;
        if (document.User is not { } text)
            return null;
        if (!UserId.TryParse(text, null, out var user))
            return Problems.InvalidField("user", Ids.Otherwise);
        return await users.FindAsync(user, cancellationToken) is null ? Problems.NotFound("user", "user") : null;
    }
}
