using System.Security.Cryptography;
using System.Text;

namespace Interactions.Functions.Storage;

/// <summary>Names that are made up, or made of something else: short enough to read out, and never the same by chance.</summary>
internal static class ShortName
{
    public const int Length = 12;
    public const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    public static string New(string prefix) => prefix + RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>The same of the same.</summary>
    public static string Of(string prefix, string text) =>
        prefix + string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(text)).Take(Length).Select(part => Alphabet[part & 31]));
}
