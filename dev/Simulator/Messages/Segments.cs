using System.Buffers;

namespace Interactions.Simulator.Messages;

/// <summary>Into how many texts a body is cut on its way.</summary>
internal static class Segments
{
    private static readonly SearchValues<char> Basic = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");

    private static readonly SearchValues<char> Extended = SearchValues.Create("\f^{}\\[~]|€");

    public static int Of(string body)
    {
        var isBasic = body.All(character => Basic.Contains(character) || Extended.Contains(character));
        return isBasic
            ? Cut(body.Select(character => Extended.Contains(character) ? 2 : 1), alone: 160, joined: 153)
            : Cut(body.EnumerateRunes().Select(rune => rune.Utf16SequenceLength), alone: 70, joined: 67);
    }

    // What belongs together is not cut apart.
    private static int Cut(IEnumerable<int> units, int alone, int joined)
    {
        var (total, segments, left) = (0, 1, joined);
        foreach (var unit in units)
        {
            total += unit;
            if (unit > left)
                (segments, left) = (segments + 1, joined);
            left -= unit;
        }

        return total <= alone ? 1 : segments;
    }
}
