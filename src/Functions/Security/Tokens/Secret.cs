using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Interactions.Functions.Security.Tokens;

/// <summary>A token of ours as whoever uses it knows it. It is shown once and stored nowhere; what is stored is its hash.</summary>
internal readonly record struct Secret
{
    private const string Prefix = "ims_";
    private const int RandomBytes = 32;

    private static readonly int Length = Prefix.Length + Base64Url.GetEncodedLength(RandomBytes);

    private readonly string _text;

    private Secret(string text) => _text = text;

    /// <summary>There are too many of them to guess one, so that a hash without salt or cost is enough.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_text)));

    public static Secret New() => new(Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes)));

    public static bool TryParse(string text, out Secret secret)
    {
        var isOne = text.Length == Length && text.StartsWith(Prefix, StringComparison.Ordinal) && Base64Url.IsValid(text.AsSpan(Prefix.Length));
        secret = isOne ? new(text) : default;
        return isOne;
    }

    /// <summary>For the one who asked for it.</summary>
    public string Reveal() => _text;

    /// <summary>So that it gets into no log by mistake.</summary>
    public override string ToString() => Prefix + "…";
}
