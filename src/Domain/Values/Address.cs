using System.Diagnostics.CodeAnalysis;

namespace Interactions.Domain.Values;

/// <summary>
/// Where somebody writes from, in one spelling: <c>tel:+15550100123</c>, <c>tel:12345</c> (a short code),
/// <c>whatsapp:+15550100123</c>, <c>sender:MYBANK</c> (a name). What the provider or a person wrote is read as it comes.
/// </summary>
public readonly record struct Address : IParsable<Address>
{
    public const int Longest = 200;
    public const string Tel = "tel";
    public const string WhatsApp = "whatsapp";
    public const string Sender = "sender";

    // Somebody who was here in person. What follows is an id, in which digits are no number.
    private const string User = "user";
    private const string WalkUp = "walkup";
    private const string Gone = "erased";

    private Address(string scheme, string name) => Value = $"{scheme}:{name}";

    public string Value { get; }

    /// <summary>Whether a text can be sent there.</summary>
    public bool CanBeWrittenTo => Scheme is not (User or WalkUp or Gone);

    /// <summary>In the place of one that nobody may know any more.</summary>
    public static Address Erased { get; } = new(Gone, "customer");

    /// <summary>A known customer who came in person.</summary>
    public static Address Of(UserId user) => new(User, user.Value);

    /// <summary>Somebody unknown who came in person.</summary>
    public static Address OfWalkUp(string id) => new(WalkUp, id);

    public string Scheme => Value[..Value.IndexOf(':', StringComparison.Ordinal)];

    private string Name => Value[(Value.IndexOf(':', StringComparison.Ordinal) + 1)..];

    public static Address Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var address) ? address : throw new FormatException("Not an address.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Address result)
    {
        result = s?.Trim() is { Length: > 0 and <= Longest } text && !HasControls(text) ? Read(text) ?? default : default;
        if (result.Value?.Length > Longest)
            result = default;
        return result.Value is not null;
    }

    /// <summary>As the provider spells it: a bare number or name for texts, with its scheme for anything else.</summary>
    public string AtProvider => Scheme is Tel or Sender ? Name : Value;

    public override string ToString() => Value;

    private static Address? Read(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var scheme = colon > 0 ? text[..colon].ToLowerInvariant() : "";
        if (!IsScheme(scheme))
            return PhoneNumber(text) is { } number ? new(Tel, number) : new(Sender, text);

        var name = text[(colon + 1)..].Trim();
        if (name.Length == 0)
            return null;
        return new(scheme, scheme is Sender or User or WalkUp or Gone ? name : PhoneNumber(name) ?? name);
    }

    private static bool HasControls(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\u0000', '\u001f') || text.ContainsAnyInRange('\u007f', '\u009f');

    private static bool IsScheme(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExceptInRange('a', 'z');

    // Digits, however somebody grouped them; null where it is not a number.
    private static string? PhoneNumber(string text)
    {
        var international = text[0] == '+';
        Span<char> digits = stackalloc char[Longest];
        var count = 0;
        foreach (var character in text.AsSpan(international ? 1 : 0))
        {
            if (char.IsAsciiDigit(character))
                digits[count++] = character;
            else if (character is not (' ' or '-' or '.' or '(' or ')'))
                return null;
        }

        return count < 3 ? null
            : count == text.Length ? text
            : international && count == text.Length - 1 ? text
            : string.Concat(international ? "+" : "", digits[..count]);
    }
}
