using System.Collections.Frozen;
using System.Text;

namespace Interactions.Domain.Messages;

/// <summary>The alphabet of GSM 03.38: what a text may consist of to be sent in seven bits a character.</summary>
public static class GsmAlphabet
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    // Each is written as an escape and another character.
    private const string Extension = "\f^{}\\[~]|€";

    private static readonly FrozenDictionary<char, int> Septets = Basic.Select(character => KeyValuePair.Create(character, 1))
        .Concat(Extension.Select(character => KeyValuePair.Create(character, 2)))
        .ToFrozenDictionary();

    /// <summary>How much room it takes; none where it is not in the alphabet.</summary>
    public static int SeptetsOf(char character) => Septets.GetValueOrDefault(character);

    public static bool Has(Rune character) => character.IsBmp && SeptetsOf((char)character.Value) > 0;
}
