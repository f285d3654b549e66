using System.Diagnostics.CodeAnalysis;

namespace Interactions.Domain.Values;

/// <summary>
/// Where somebody writes from, in one spelling: <c>tel:+15550100123</c>, <c>tel:12345</c> (a short code),
/// <c>whatsapp:+15550100123</c>, <c>sender:MYBANK</c> (a name). What the provider or a person wrote is read as it comes.
/// </summary>
public readonly record struct Address : IParsable<Address>
{
    private const int Longest = 200;
    private const string Tel = "tel";
    private const string Sender = "sender";

    private Address(string scheme, string name) => Value = $"{scheme}:{name}";

    public string Value { get; }

    public string Scheme => Value[..Value.IndexOf(':', StringComparison.Ordinal)];

    private string Name => Value[(Value.IndexOf(':', StringComparison.Ordinal) + 1)..];

    public static Address Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var address) ? address : throw new FormatException("Not an address.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Address result)
    {
        result = default;
        var text = s?.Trim();
        if (text is not { Length: > 0 } || text.Any(char.IsControl))
            return false;

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var written = colon > 0 ? text[..colon].ToLowerInvariant() : "";
        var scheme = IsScheme(written) ? written : null;
        var name = scheme is null ? text : text[(colon + 1)..].Trim();
        if (name.Length == 0)
            return false;

        var number = scheme == Sender ? null : PhoneNumber(name);
        var address = new Address(scheme ?? (number is null ? Sender : Tel), number ?? name);
        if (address.Value.Length > Longest)
            return false;
        result = address;
        return true;
    }

    /// <summary>As the provider spells it: a bare number or name for texts, with its scheme for anything else.</summary>
    public string AtProvider => Scheme is Tel or Sender ? Name : Value;

    public override string ToString() => Value;

    private static bool IsScheme(string text) => text.Length > 0 && text.All(char.IsAsciiLetterLower);

    // Digits, however somebody grouped them; null where it is not a number.
    private static string? PhoneNumber(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var grouping = text.Where(character => !char.IsAsciiDigit(character)).ToArray();
        var international = text[0] == '+';
        return digits.Length >= 3 && grouping.Skip(international ? 1 : 0).All(character => character is ' ' or '-' or '.' or '(' or ')')
            ? (international ? "+" : "") + digits
            : null;
    }
}
