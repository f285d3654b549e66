using System.Globalization;
using System.Text;

namespace Azure.Data.Tables.Filters;

/// <summary>A value as OData writes it: <c>'it''s'</c>, <c>42L</c>, <c>guid'…'</c>, <c>datetime'…'</c>, <c>X'0A1B'</c>.</summary>
internal static class ODataLiteral
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        sbyte or byte or short or ushort or int or uint or decimal => Plain(value),
        long or ulong => Plain(value) + "L",
        double or float => Real(Plain(value)),
        Guid id => $"guid'{id}'",
        DateTimeOffset moment => Moment(moment.UtcDateTime),
        DateTime moment => Moment(moment.ToUniversalTime()),
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData bytes => $"X'{Convert.ToHexString(bytes)}'",
        string text => Quoted(text),
        char or StringBuilder => Quoted(value.ToString()!),
        _ => throw new ArgumentException($"A {value.GetType()} has no OData literal."),
    };

    private static string Plain(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    // A whole number without a point would be compared as an integer.
    private static string Real(string digits) =>
        long.TryParse(digits, CultureInfo.InvariantCulture, out _) ? digits + ".0" : digits;

    private static string Moment(DateTime utc) =>
        $"datetime'{utc.ToString("yyyy'-'MM'-'dd'T'HH':'mm':'ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)}'";

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
