using System.Diagnostics.CodeAnalysis;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage.Tokens;

/// <summary>What a token of an agent is called, by everybody who must not know the token itself.</summary>
internal readonly record struct TokenId : IParsable<TokenId>
{
    private const string Prefix = "t-";

    private TokenId(string value) => Value = value;

    public string Value { get; }

    public static TokenId New() => new(ShortName.New(Prefix));

    /// <summary>The same caller's same key is the same token of that agent, however often it is sent.</summary>
    public static TokenId Of(AgentId caller, AgentId agent, string idempotencyKey) =>
        new(ShortName.Of(Prefix, $"{caller}\n{agent}\n{idempotencyKey}"));

    public static TokenId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("Not a TokenId.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TokenId result)
    {
        var isOne = s?.Length == Prefix.Length + ShortName.Length
            && s.StartsWith(Prefix, StringComparison.Ordinal)
            && s.Skip(Prefix.Length).All(ShortName.Alphabet.Contains);
        result = isOne ? new(s!) : default;
        return isOne;
    }

    public override string ToString() => Value;
}
