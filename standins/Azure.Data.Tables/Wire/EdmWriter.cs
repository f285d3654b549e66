using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>A property in JSON, with its EDM type where JSON alone would lose it.</summary>
internal static class EdmWriter
{
    public static void Write(Utf8JsonWriter json, string name, object? value)
    {
        if (value is null)
            return;

        if (EdmType.Of(value) is { } type)
            WriteType(json, name, type);

        json.WritePropertyName(name);
        WriteValue(json, name, value);
    }

    private static void WriteType(Utf8JsonWriter json, string name, string type)
    {
        var length = name.Length + SystemProperties.ODataType.Length;
        var annotation = length <= 256 ? stackalloc char[length] : new char[length];
        name.CopyTo(annotation);
        SystemProperties.ODataType.CopyTo(annotation[name.Length..]);
        json.WriteString(annotation, type);
    }

    private static void WriteValue(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: WriteFormatted(json, number, default); break;
            case ulong number: WriteFormatted(json, number, default); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            case double number: json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture)); break;
            case float number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case Guid id: json.WriteStringValue(id); break;
            case DateTimeOffset moment: WriteFormatted(json, moment.UtcDateTime, "O"); break;
            case DateTime { Kind: DateTimeKind.Utc } moment: WriteFormatted(json, moment, "O"); break;
            case DateTime: throw new NotSupportedException($"Property '{name}' is a DateTime whose kind is not Utc.");
            case byte[] bytes: json.WriteBase64StringValue(bytes); break;
            case BinaryData bytes: json.WriteBase64StringValue(bytes); break;
            case Enum member: json.WriteStringValue(member.ToString()); break;
            default: throw new NotSupportedException($"Property '{name}' is a {value.GetType()}, which no table can hold.");
        }
    }

    private static void WriteFormatted<T>(Utf8JsonWriter json, T value, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out var written, format, CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..written]);
    }
}
