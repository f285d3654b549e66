using Interactions.Domain.Values;
using Interactions.Functions.Contract;
using Interactions.Functions.Hosting;
using Interactions.Functions.Http;
using Interactions.Functions.Security;
using Interactions.Functions.Storage.Users;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Users;

/// <summary>The directory of known customers.</summary>
internal sealed class UsersFunction(
    Door door, UserStore users, AddressClaims claims, Settlement settlement, NewUsers newUsers, UserChanges changes, ILogger<UsersFunction> logger)
{
    [Function("ListUsers")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/users")] HttpRequest request) =>
        door.LetInAsync(request, async () =>
        {
            if (!PageRequest.TryRead<UserId>(request, out var page, out var problem))
                return problem;
            if (!request.Query.TryGetValue("profile", out var text))
                return PageOf(await users.ListAsync(page.After, page.Limit + 1, request.HttpContext.RequestAborted), page);
            return ProfileId.TryParse(text, null, out var profile)
                ? PageOf(await ListAsync(profile, request.HttpContext.RequestAborted), page)
                : Problems.InvalidParameter("profile", "is not a profile");
        });

    [Function("CreateUser")]
    public Task<IResult> CreateAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/users")] HttpRequest request) =>
        door.LetInAsync(request, async caller =>
        {
            var body = await Body.ReadAsync(request, DirectoryJson.Default.NewUserDocument);
            if (body.Value is not { } document)
                return body.Problem!;
            if (!RequestKey.TryRead(request, out var key, out var problem))
                return problem;
            if (document.Id is { } text && !UserId.TryParse(text, null, out _))
                return Problems.InvalidField("id", Ids.Otherwise);

            var id = IdOf(document, caller, key);
            return Answer(request, Noted(caller, await newUsers.CreateAsync(id, document, request.HttpContext.RequestAborted)), isNew: true);
        });

    [Function("GetUser")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/users/{id}")] HttpRequest request, string id) =>
        door.LetInAsync(request, async () =>
        {
            if (!UserId.TryParse(id, null, out var user))
                return Problems.InvalidId("a user");
            var found = await settlement.FindSettledAsync(user, request.HttpContext.RequestAborted);
            return Answer(request, found is { User.User: var stored } ? stored : Problems.NotFound("user"));
        });

    [Function("ChangeUser")]
    public Task<IResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "api/users/{id}")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            if (!UserId.TryParse(id, null, out var user))
                return Problems.InvalidId("a user");
            if (!Preconditions.TryRead(request, out var preconditions, out var problem))
                return problem;
            var patch = await Body.ReadObjectAsync(request);
            return patch.Problem ?? Answer(
                request, Noted(caller, await changes.ApplyAsync(user, patch.Value, preconditions, request.HttpContext.RequestAborted)));
        });

    // The directory is everybody's: who wrote what can be found out.
    private UserOutcome Noted(Caller caller, UserOutcome outcome)
    {
        if (outcome.User is { } user)
            logger.UserWritten(caller.Id, user.Id, user.Version);
        return outcome;
    }

    // By profile and not by number, because a number does not belong in a URL.
    private async Task<IEnumerable<User>> ListAsync(ProfileId profile, CancellationToken cancellationToken)
    {
        var found = new List<User>();
        await foreach (var user in claims.UsersOfAsync(profile, cancellationToken))
            found.Add(user);
        return found.OrderBy(user => user.Id.Value, StringComparer.Ordinal);
    }

    private static IResult PageOf(IEnumerable<User> found, PageRequest<UserId> page) =>
        JsonAnswer.Of(Page.Of(found, page, user => user.Id.Value, UserView.Of), DirectoryJson.Default.PageUserView);

    private static IResult Answer(HttpRequest request, UserOutcome outcome, bool isNew = false)
    {
        if (outcome.User is not { } user)
            return outcome.Problem!;
        if (isNew)
            request.HttpContext.Response.Headers.Location = $"/api/users/{user.Id}";
        return JsonAnswer.Of(
            request, user.Version, UserView.Of(user), DirectoryJson.Default.UserView, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static UserId IdOf(NewUserDocument document, Caller caller, string? key) =>
        document.Id is { } id ? UserId.Parse(id) : key is null ? UserIds.New() : UserIds.Of(caller.Id, key);
}
