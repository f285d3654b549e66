using System.Security.Cryptography;
using System.Text;
using Interactions.Domain.Values;

namespace Interactions.Functions.Directory;

/// <summary>Makes up ids for users whose creator brought none.</summary>
internal static class UserIds
{
    private const int Length = 12;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    public static UserId New() => UserId.Parse("u-" + RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>The same caller's same key is the same user, however often it is sent.</summary>
    public static UserId Of(AgentId caller, string idempotencyKey)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{caller}\n{idempotencyKey}"));
        return UserId.Parse("u-" + string.Concat(hash.Take(Length).Select(part => Alphabet[part & 31])));
    }
}
