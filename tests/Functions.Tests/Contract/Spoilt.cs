using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactions.Functions.Tests.Contract;

/// <summary>JSON with something wrong in it.</summary>
internal static class Spoilt
{
    private const string Mark = "\u2042mark\u2042";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Texts =
    [
        "", "null", "[]", "\"text\"", "0", "true", "{", "{}{}", "{}garbage", "{\"a\":1,}", "{'a':1}", "{\"a\":1,\"a\":2}",
        "{\"\":1}", "{\"\\ud800\":1}", "// no\n{}", "{\"a\":NaN}", "\u0000", "<xml/>", "{\"__proto__\":{}}", "{\"nonsense\":1}",
        new('[', 3000), "{\"a\":" + new string('[', 200) + new string(']', 200) + "}",
    ];

    // As they stand in JSON.
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1", "1.5", "1e999", "-1e999", "1e-999", "9223372036854775807",
        "9223372036854775808", "-9223372036854775809", "2147483648", "31622400.5", new('9', 400), "\"\"", "\" \"", "\"a\"",
        "\"NaN\"", "\"Infinity\"", "\"1\"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u202e\"",
        "\"\\ufeff\"", "\"\\r\\n\"", "\"\\u0085\"", "\"../../etc\"", "\"nonsense\"", "\"0001-01-01T00:00:00Z\"",
        "\"9999-12-31T23:59:59.9999999-14:00\"", "\"2031-02-30\"", "\"+292278994-08-17T07:12:55Z\"", "\"24:00:00\"",
        "\"2031-05-06\"", "\"tel:\"", "\"sender:x\"", "\"+15550100001\"", "\"whatsapp:+15550100001\"", "\"https://\"",
        "\"http://example.com/\"", "\"(a+)+$\"", "\"(?<=a)b\"", "\"[\"", "\"\\\\\"", "\"en\"", "\"support\"", "\"agent-1\"",
        "[]", "{}", "[null]", "[[]]", "[{}]", "[1]", "[\"a\",\"a\"]", "{\"a\":null}", "{\"\":\"\"}", "{\"a\":1}", "{\"a\":[]}",
        "{\"a\":[null]}", new string('[', 70) + new string(']', 70), "\"" + new string('x', 165) + "\"",
        "\"" + new string('x', 1601) + "\"", "\"" + new string('x', 10001) + "\"", "\"" + new string('x', 70000) + "\"",
    ];

    private static readonly string[] Names =
        ["phone", "voicemail", "walkUp", "chat", "case", "request", "supervisor", "admin", "waitingInternal", "unresolved", "notReady", "sunday"];

    public static string Text(Random random) => Texts[random.Next(Texts.Length)];

    /// <summary>One thing, seldom two, is not as it was.</summary>
    public static string In(JsonNode document, Random random)
    {
        var copy = document.DeepClone();
        var values = new List<string>();
        for (var change = random.Next(5) == 0 ? 2 : 1; change > 0; change--)
            Spoil(copy, values, random);
        return values.Aggregate(copy.ToJsonString(Readable), (text, value) =>
            text.IndexOf($"\"{Mark}\"", StringComparison.Ordinal) is var at and >= 0 ? text[..at] + value + text[(at + Mark.Length + 2)..] : text);
    }

    private static void Spoil(JsonNode document, List<string> values, Random random)
    {
        var places = PlacesIn(document).ToList();
        if (places.Count == 0)
            return;
        var (parent, key) = places[random.Next(places.Count)];
        var value = Values[random.Next(Values.Length)];
        switch (parent, random.Next(10))
        {
            case (JsonObject fields, 0):
                fields.Remove((string)key);
                break;
            case (JsonObject fields, 1):
                fields["nonsense"] = 1;
                break;
            case (JsonObject fields, 2) when (string)key is { Length: > 0 } name && !fields.ContainsKey(name.ToUpperInvariant()):
                var moved = fields[name]?.DeepClone();
                fields.Remove(name);
                fields[name.ToUpperInvariant()] = moved;
                break;
            case (JsonObject fields, 3):
                // The same name again, behind the value.
                fields[(string)key] = Mark;
                values.Add($"{value},\"{key}\":{value}");
                break;
            case (JsonObject fields, 4 or 5) when fields[(string)key] is JsonValue text && text.TryGetValue(out string? said):
                // Where a name is read leniently, several make one that nobody knows.
                fields[(string)key] = random.Next(3) switch
                {
                    0 => said.ToUpperInvariant(),
                    1 => $" {said}",
                    _ => $"{said}, {Names[random.Next(Names.Length)]}",
                };
                break;
            case (JsonObject fields, _):
                fields[(string)key] = Mark;
                values.Add(value);
                break;
            case (JsonArray items, 0):
                for (var count = random.Next(500); count > 0; count--)
                    items.Add(items[(int)key]?.DeepClone());
                break;
            case (JsonArray items, _):
                items[(int)key] = Mark;
                values.Add(value);
                break;
        }
    }

    private static IEnumerable<(JsonNode Parent, object Key)> PlacesIn(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => PlacesIn(field.Value).Prepend((fields, field.Key))),
        JsonArray items => items.SelectMany((item, index) => PlacesIn(item).Prepend((items, (object)index))),
        _ => [],
    };
}
