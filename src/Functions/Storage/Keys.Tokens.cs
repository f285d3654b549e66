using Interactions.Domain.Values;
using Interactions.Functions.Storage.Tokens;

namespace Interactions.Functions.Storage;

internal static partial class Keys
{
    /// <summary>Where a token is looked up by its hash, evenly spread over 256 partitions.</summary>
    public static Key Token(string hash) => new(hash[..2], hash);

    /// <summary>Where it is listed with its agent; no two hexadecimal digits are such a partition.</summary>
    public static Key ListedToken(AgentId agent, TokenId id) => new("a-" + agent.Value, id.Value);

    public static KeyRange TokensOf(AgentId agent, Cursor? after) => new("a-" + agent.Value, after?.Value ?? "", End);
}
