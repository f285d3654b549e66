using Interactions.Functions.Security.Entra;
using Interactions.Functions.Security.Tokens;
using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Security;

/// <summary>Who sends requests, by what they bring along.</summary>
internal sealed class Callers(DevelopmentTokens development, FirstAdmin firstAdmin, OwnTokens own, EntraTokens entra)
{
    /// <summary>Null where nobody knows them. Throws where that cannot be found out.</summary>
    public async ValueTask<Caller?> IdentifyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (BearerToken.In(request) is not { } token)
            return null;
        if (DevelopmentTokens.Are(token))
            return development.Identify(token);
        if (firstAdmin.Identify(token) is { } admin)
            return admin;
        if (Secret.TryParse(token, out var secret))
            return await own.IdentifyAsync(secret, cancellationToken);
        return EntraTokens.MayBe(token) ? await entra.IdentifyAsync(token, cancellationToken) : null;
    }
}
