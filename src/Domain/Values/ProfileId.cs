using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Interactions.Domain.Values;

/// <summary>
/// A channel user profile, and the partition everything about it is stored in. It follows from the address, so that a webhook
/// knows it before anything exists; the address does not follow from it at a glance, so that it may stand in URLs and logs.
/// </summary>
public readonly record struct ProfileId : IParsable<ProfileId>
{
    // 100 bits: among a thousand million customers, two share one with a chance of less than one in a million million.
    private const int Length = 20;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    private ProfileId(string value) => Value = value;

    public string Value { get; }

    public static ProfileId Of(Address address)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(address.Value), hash);
        Span<char> text = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            var bit = i * 5;
            var pair = (hash[bit / 8] << 8) | hash[(bit / 8) + 1];
            text[i] = Alphabet[(pair >> (11 - (bit % 8))) & 31];
        }

        return new(new string(text));
    }

    public static ProfileId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("Not a profile.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ProfileId result)
    {
        result = s is { Length: Length } && s.All(Alphabet.Contains) ? new(s) : default;
        return result.Value is not null;
    }

    public override string ToString() => Value;
}
