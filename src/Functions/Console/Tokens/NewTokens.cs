using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Interactions.Functions.Http;
using Interactions.Functions.Security.Tokens;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Console.Tokens;

/// <summary>Issues tokens to agents who are configured.</summary>
internal sealed class NewTokens(TokenStore tokens, ConfigStore agents, TimeProvider clock, ILogger<NewTokens> logger)
{
    /// <param name="key">Names the request, where its sender may have to send it again.</param>
    public async Task<IResult> IssueAsync(
        AgentId agent, TokenDocument wanted, AgentId admin, string? key, CancellationToken cancellationToken)
    {
        if (await agents.FindAsync(ConfigKind.Agents, agent.Value, cancellationToken) is null)
            return Problems.NotFound("agent");

        var secret = Secret.New();
        var token = new StoredToken(
            key is null ? TokenId.New() : TokenId.Of(admin, agent, key),
            agent,
            secret.Hash,
            wanted.Label,
            admin,
            clock.GetUtcNow(),
            wanted.ExpiresAt,
            wanted.ToHash(),
            IsIssued: false);
        switch (await tokens.IssueAsync(token, cancellationToken))
        {
            case Issuing.Taken(var there):
                return there.Request == token.Request ? Problems.TokenIssued(there.Id) : Problems.KeyReused();
            case Issuing.Revoked:
                return Problems.Busy();
            default:
                logger.TokenIssued(admin, token.Id, agent);
                return JsonAnswer.Of(IssuedTokenView.Of(token, secret), TokensJson.Default.IssuedTokenView, StatusCodes.Status201Created);
        }
    }
}
