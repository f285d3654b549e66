namespace Interactions.Domain.Messages;

/// <summary>How an SMS is written on its way. One character that the smaller alphabet lacks is enough for the larger.</summary>
public enum TextEncoding
{
    /// <summary>160 units fit, 153 where there are several segments.</summary>
    Gsm7,

    /// <summary>70 units fit, 67 where there are several segments.</summary>
    Ucs2,
}

/// <summary>
/// Into how many pieces a text is cut to be sent as an SMS, each of which is paid for. The phone puts them together again, for which
/// each of several begins with a header. Nothing that takes two units is cut in the middle.
/// </summary>
/// <param name="UnitsLeft">What still fits into the last segment, or into the first where the text is empty.</param>
public sealed record Segments(TextEncoding Encoding, int Count, int UnitsLeft)
{
    public static Segments Of(string text)
    {
        var encoding = text.All(character => GsmAlphabet.SeptetsOf(character) > 0) ? TextEncoding.Gsm7 : TextEncoding.Ucs2;
        var (alone, together) = encoding == TextEncoding.Gsm7 ? (160, 153) : (70, 67);
        var units = encoding == TextEncoding.Gsm7 ? text.Sum(GsmAlphabet.SeptetsOf) : text.Length;
        if (units <= alone)
            return new(encoding, units == 0 ? 0 : 1, alone - units);

        var (count, left) = (1, together);
        for (var at = 0; at < text.Length; at++)
        {
            var isPair = encoding == TextEncoding.Ucs2 && at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
            var size = encoding == TextEncoding.Gsm7 ? GsmAlphabet.SeptetsOf(text[at]) : isPair ? 2 : 1;
            if (size > left)
                (count, left) = (count + 1, together);
            left -= size;
            if (isPair)
                at++;
        }

        return new(encoding, count, left);
    }
}
