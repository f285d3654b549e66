using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Interactions.Functions.Webhooks;

/// <summary>
/// Reads application/x-www-form-urlencoded strictly. The framework's reader leaves what it cannot decode as it stands and keeps
/// NUL encoded; a text that was altered without a word would no longer be what the customer wrote, nor what was signed.
/// </summary>
internal static class FormParser
{
    private const int MostFields = 1024;
    private const int SmallText = 512;

    /// <summary>Null where the body is not such a form: half an escape, bytes that are no UTF-8, too many fields.</summary>
    public static Form? Parse(ReadOnlySpan<byte> body)
    {
        var fields = new List<KeyValuePair<string, string>>(32);
        foreach (var range in body.Split((byte)'&'))
        {
            var field = body[range];
            if (field.IsEmpty)
                continue;
            if (fields.Count == MostFields)
                return null;

            var equals = field.IndexOf((byte)'=');
            var name = Decode(equals < 0 ? field : field[..equals]);
            var value = equals < 0 ? "" : Decode(field[(equals + 1)..]);
            if (name is null || value is null)
                return null;
            fields.Add(new(name, value));
        }

        return new Form(fields);
    }

    private static string? Decode(ReadOnlySpan<byte> encoded)
    {
        var rented = encoded.Length > SmallText ? ArrayPool<byte>.Shared.Rent(encoded.Length) : null;
        var decoded = rented is null ? stackalloc byte[SmallText] : rented.AsSpan();
        var length = Unescape(encoded, decoded);
        var text = length >= 0 && Utf8.IsValid(decoded[..length]) ? Encoding.UTF8.GetString(decoded[..length]) : null;
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return text;
    }

    // How many bytes it made; -1 where an escape is broken.
    private static int Unescape(ReadOnlySpan<byte> encoded, Span<byte> decoded)
    {
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            var next = encoded[i];
            if (next == '%')
            {
                if (i + 2 >= encoded.Length || !TryReadHex(encoded[i + 1], encoded[i + 2], out next))
                    return -1;
                i += 2;
            }
            else if (next == '+')
            {
                next = (byte)' ';
            }

            decoded[length++] = next;
        }

        return length;
    }

    private static bool TryReadHex(byte high, byte low, out byte value)
    {
        value = 0;
        if (!char.IsAsciiHexDigit((char)high) || !char.IsAsciiHexDigit((char)low))
            return false;
        value = (byte)((Digit(high) << 4) | Digit(low));
        return true;
    }

    private static int Digit(byte hex) => hex <= '9' ? hex - '0' : (hex | 0x20) - 'a' + 10;
}
