using System.Globalization;
using System.Text.Json;

namespace Azure.Monitor.OpenTelemetry.Exporter.Envelopes;

/// <summary>Attributes as the service takes them: texts, of a limited length.</summary>
internal static class Properties
{
    private const int LongestKey = 150;
    private const int LongestValue = 8192;

    public static void Write(Utf8JsonWriter json, string key, object? value)
    {
        if (key.Length is 0 or > LongestKey || Text(value) is not { } text) return;
        json.WriteString(key, text.Length > LongestValue ? text[..LongestValue] : text);
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        Array values => string.Join(',', values.Cast<object?>().Select(Text)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
