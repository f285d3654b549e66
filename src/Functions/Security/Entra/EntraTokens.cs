using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Interactions.Functions.Security.Entra;

/// <summary>Who somebody is whom the directory vouches for. Whoever has none of our roles there is nobody here.</summary>
internal sealed class EntraTokens(EntraSettings settings, EntraKeys keys, TimeProvider clock, ILogger<EntraTokens> logger)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    // What anybody could sign with a key that everybody knows is not among them, nor is no signature at all.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256,
    ];

    private readonly JsonWebTokenHandler _handler = new();

    /// <summary>Whether it looks like one: three parts with dots between them.</summary>
    public static bool MayBe(string token) => token.Count(character => character == '.') == 2;

    public async ValueTask<Caller?> IdentifyAsync(string token, CancellationToken cancellationToken)
    {
        if (!settings.AreGiven)
            return null;
        if (!UnverifiedToken.TryRead(token, out var unverified))
            return Refuse("malformed");

        var result = await ValidateAsync(token, cancellationToken);
        return result.IsValid ? Recognise(unverified) : Refuse(result.Exception?.GetType().Name ?? "invalid");
    }

    private async Task<TokenValidationResult> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        var known = await keys.KnownAsync(cancellationToken);
        var result = await _handler.ValidateTokenAsync(token, Expectations(known));
        if (result.Exception is not SecurityTokenSignatureKeyNotFoundException)
            return result;

        var latest = await keys.LatestAsync(known, cancellationToken);
        return ReferenceEquals(latest, known) ? result : await _handler.ValidateTokenAsync(token, Expectations(latest));
    }

    private TokenValidationParameters Expectations(OpenIdConnectConfiguration published) => new()
    {
        ValidAlgorithms = Algorithms,
        IssuerSigningKeys = published.SigningKeys.OfType<AsymmetricSecurityKey>(),
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        ValidIssuer = published.Issuer,
        ValidateIssuer = true,
        ValidAudience = settings.Audience,
        ValidateAudience = true,
        RequireAudience = true,
        IgnoreTrailingSlashWhenValidatingAudience = false,
        ValidateLifetime = true,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) => IsNow(notBefore, expires),
    };

    private bool IsNow(DateTime? notBefore, DateTime? expires)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + Skew && (notBefore is not { } start || start - Skew <= now);
    }

    // The signature is good now, and so what it says.
    private Caller? Recognise(UnverifiedToken token)
    {
        if (!string.Equals(token.Text("tid"), settings.Tenant, StringComparison.OrdinalIgnoreCase))
            return Refuse("another tenant");
        var name = settings.AgentClaim is { } claim ? token.Text(claim) : token.Text("preferred_username") ?? token.Text("oid");
        if (!AgentId.TryParse(name?.ToLowerInvariant(), null, out var agent))
            return Refuse("no agent's id");
        return settings.Roles.Of(token.Claims) is { } role ? new(agent, role) : Refuse("no role");
    }

    private Caller? Refuse(string reason)
    {
        logger.EntraTokenRefused(reason);
        return null;
    }
}
