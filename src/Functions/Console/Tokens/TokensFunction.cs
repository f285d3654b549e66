using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Interactions.Functions.Http;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Console.Tokens;

/// <summary>The tokens with which agents come in.</summary>
internal sealed class TokensFunction(Door door, NewTokens newTokens, TokenStore tokens, TimeProvider clock, ILogger<TokensFunction> logger)
{
    private const string Route = "api/console/agents/{id}";

    [Function("CreateToken")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/token")] HttpRequest request, string id) =>
        door.LetInAsync(request, async caller =>
        {
            request.HttpContext.Response.Headers.CacheControl = "no-store";
            if (!AgentId.TryParse(id, null, out var agent))
                return Problems.InvalidId("an agent");
            if (!RequestKey.TryRead(request, out var key, out var wrong))
                return wrong;
            var body = await Body.ReadIfAnyAsync(request, TokensJson.Default.TokenDocument);
            if (body.Value is not { } wanted)
                return body.Problem!;
            return wanted.IsWrong(clock.GetUtcNow(), out var problem)
                ? problem
                : await newTokens.IssueAsync(agent, wanted, caller.Id, key, request.HttpContext.RequestAborted);
        });

    /// <summary>Also of somebody who is configured no longer: they might be again.</summary>
    [Function("ListTokens")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/tokens")] HttpRequest request, string id) =>
        door.LetInAsync(request, async _ =>
        {
            if (!AgentId.TryParse(id, null, out var agent))
                return Problems.InvalidId("an agent");
            if (!PageRequest.TryRead<Cursor>(request, out var page, out var problem))
                return problem;
            var found = await tokens.ListAsync(agent, page.Limit, page.After, request.HttpContext.RequestAborted);
            return JsonAnswer.Of(
                new Page<TokenView>([.. found.Items.Select(TokenView.Of)], found.Cursor is { } next ? Opaque.Of(next.Value) : null),
                TokensJson.Default.PageTokenView);
        });

    [Function("RevokeToken")]
    public Task<IResult> RevokeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/tokens/{token}")] HttpRequest request, string id, string token) =>
        door.LetInAsync(request, async caller =>
        {
            if (!AgentId.TryParse(id, null, out var agent))
                return Problems.InvalidId("an agent");
            if (!TokenId.TryParse(token, null, out var name))
                return Problems.InvalidId("a token");
            if (!await tokens.RevokeAsync(agent, name, request.HttpContext.RequestAborted))
                return Problems.NotFound("token");
            logger.TokenRevoked(caller.Id, name, agent);
            return Results.NoContent();
        });
}
