using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Interactions.Domain.Values;

/// <summary>The profile and the how-manieth of its interactions: says where the record is stored.</summary>
public readonly record struct InteractionId(ProfileId Profile, int Ordinal) : IParsable<InteractionId>
{
    public static InteractionId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("Not an interaction.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out InteractionId result)
    {
        result = default;
        var dot = s?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (dot < 0 || !ProfileId.TryParse(s![..dot], provider, out var profile))
            return false;

        var digits = s[(dot + 1)..];
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) || ordinal < 1 || digits[0] == '0')
            return false;
        result = new(profile, ordinal);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Profile.Value}.{Ordinal}");
}
