using Interactions.Domain.Values;

namespace Interactions.Functions.Storage.Tokens;

/// <summary>A token in the list of its agent's.</summary>
/// <param name="Hash">By which it is looked up.</param>
/// <param name="Request">A hash of the request that asked for it, which tells a repetition from another with the same key.</param>
/// <param name="IsIssued">Whether it works. Until then nobody was told it.</param>
internal sealed record StoredToken(
    TokenId Id,
    AgentId Agent,
    string Hash,
    string? Label,
    AgentId CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    string Request,
    bool IsIssued);

internal sealed record ListedToken(StoredToken Token, DateTimeOffset? LastUsedAt);

/// <summary>What is found by a token's hash: whose it is.</summary>
internal sealed record Grant(TokenId Id, AgentId Agent, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt);
