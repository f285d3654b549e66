using Interactions.Functions.Security.Tokens;
using Interactions.Functions.Storage.Tokens;

namespace Interactions.Functions.Console.Tokens;

/// <summary>A token for the one who asked for it, this once.</summary>
internal sealed record IssuedTokenView(
    string Id, string Token, string Agent, string? Label, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt)
{
    public static IssuedTokenView Of(StoredToken token, Secret secret) =>
        new(token.Id.Value, secret.Reveal(), token.Agent.Value, token.Label, token.CreatedAt, token.ExpiresAt);
}

/// <summary>A token for everybody else.</summary>
/// <param name="LastUsedAt">Five minutes late at most; null where nobody used it.</param>
internal sealed record TokenView(
    string Id,
    string Agent,
    string? Label,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? LastUsedAt)
{
    public static TokenView Of(ListedToken listed)
    {
        var token = listed.Token;
        return new(
            token.Id.Value, token.Agent.Value, token.Label, token.CreatedBy.Value, token.CreatedAt, token.ExpiresAt, listed.LastUsedAt);
    }
}
