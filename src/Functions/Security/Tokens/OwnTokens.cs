using Azure;
using Interactions.Functions.Hosting;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Tokens;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Security.Tokens;

/// <summary>
/// Whose a token of ours is. It is looked up for each request, so that a revoked one is good nowhere from then on; what its agent
/// may do is configured, and whoever is configured no longer may do nothing.
/// </summary>
internal sealed class OwnTokens(TokenStore tokens, PolicySource policies, TimeProvider clock, ILogger<OwnTokens> logger)
{
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromMinutes(5);

    public async ValueTask<Caller?> IdentifyAsync(Secret secret, CancellationToken cancellationToken)
    {
        var hash = secret.Hash;
        if (await tokens.FindAsync(hash, cancellationToken) is not var (grant, etag))
            return null;
        var now = clock.GetUtcNow();
        if (grant.ExpiresAt <= now)
            return null;
        var policy = await policies.CurrentAsync(cancellationToken);
        if (!policy.Agents.TryGetValue(grant.Agent, out var agent))
            return null;

        if (grant.LastUsedAt is not { } last || now - last >= BetweenNotes)
            _ = NoteUseAsync(hash, grant with { LastUsedAt = now }, etag);
        return new(agent.Id, agent.Role);
    }

    // Nobody waits for it, and nobody is turned away because it could not be noted.
    private async Task NoteUseAsync(string hash, Grant used, ETag etag)
    {
        try
        {
            await Task.Yield();
            await tokens.UsedAsync(hash, used, etag, CancellationToken.None);
        }
        catch (Exception fault)
        {
            logger.UseNotNoted(used.Id, fault);
        }
    }
}
