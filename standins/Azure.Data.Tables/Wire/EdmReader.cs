using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>A property's value from JSON: by the EDM type told with it, or by the .NET type it is wanted as.</summary>
internal static class EdmReader
{
    public static object? Read(ref Utf8JsonReader json, string? edmType) => edmType switch
    {
        _ when json.TokenType is JsonTokenType.Null => null,
        EdmType.Binary => json.GetBytesFromBase64(),
        EdmType.DateTime => Moment(ref json),
        EdmType.Guid => json.GetGuid(),
        EdmType.Int64 => Whole(ref json),
        EdmType.Double => Real(ref json),
        _ => Untyped(ref json),
    };

    public static object? Read(ref Utf8JsonReader json, Type wanted)
    {
        if (json.TokenType is JsonTokenType.Null)
            return null;

        return wanted switch
        {
            _ when wanted == typeof(string) => json.GetString(),
            _ when wanted == typeof(bool) => json.GetBoolean(),
            _ when wanted == typeof(int) => json.GetInt32(),
            _ when wanted == typeof(long) => Whole(ref json),
            _ when wanted == typeof(double) => Real(ref json),
            _ when wanted == typeof(Guid) => json.GetGuid(),
            _ when wanted == typeof(DateTimeOffset) => Moment(ref json),
            _ when wanted == typeof(DateTime) => Moment(ref json).UtcDateTime,
            _ when wanted == typeof(byte[]) => json.GetBytesFromBase64(),
            _ when wanted == typeof(BinaryData) => new BinaryData(json.GetBytesFromBase64()),
            _ when wanted == typeof(ETag) => new ETag(json.GetString()!),
            { IsEnum: true } => Enum.Parse(wanted, json.GetString()!),
            _ => null,
        };
    }

    private static object? Untyped(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.String => json.GetString(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number when json.TryGetInt32(out var number) => number,
        JsonTokenType.Number when json.TryGetInt64(out var number) => number,
        JsonTokenType.Number => json.GetDouble(),
        _ => null,
    };

    private static long Whole(ref Utf8JsonReader json) => json.TokenType is JsonTokenType.Number
        ? json.GetInt64()
        : long.Parse(json.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static double Real(ref Utf8JsonReader json) => json.TokenType is JsonTokenType.Number
        ? json.GetDouble()
        : double.Parse(json.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);

    // The service sends seven decimals or fewer, always UTC.
    private static DateTimeOffset Moment(ref Utf8JsonReader json) => json.GetDateTimeOffset();
}
