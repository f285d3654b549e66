using System.Net;
using System.Text.Json.Nodes;

namespace Interactions.Functions.Contract.Page;

/// <summary>The fields of a type, and what they may hold.</summary>
internal static class FieldTable
{
    private static readonly (string Least, string Most, string What)[] Sizes =
    [
        ("minLength", "maxLength", "characters"), ("minItems", "maxItems", "entries"), ("minProperties", "maxProperties", "entries"),
    ];

    public static void WriteType(Markup page, string name, JsonObject schema)
    {
        page.Raw($"<section id=\"type-{name}\">\n").Element("h3", name);
        if (schema["description"]?.ToString() is { } description)
            page.Paragraph(description);
        if (schema["anyOf"] is JsonArray cases)
        {
            page.Raw("<p>").Raw(string.Join(" or ", cases.Select(each => HtmlOf(each!.AsObject())))).Raw("</p>\n");
            schema = cases.OfType<JsonObject>().FirstOrDefault(each => each.ContainsKey("properties")) ?? schema;
        }

        Write(page, schema);
        page.Close("section");
    }

    public static void Write(Markup page, JsonObject schema)
    {
        if (schema["properties"] is not JsonObject fields)
            return;
        var needed = schema["required"]?.AsArray().Select(name => name!.ToString()).ToHashSet() ?? [];
        page.Open("table").Row("th", "field", "", "holds", "");
        foreach (var (name, field) in fields)
        {
            page.Raw("<tr>").Cell($"`{name}`").Cell(needed.Contains(name) ? "always" : "").Raw("<td>").Raw(HtmlOf(field!.AsObject())).Raw("</td>");
            page.Cell(field["description"]?.ToString() ?? "").Raw("</tr>\n");
        }

        page.Close("table");
    }

    /// <summary>What a value may be, with links to its type.</summary>
    public static string HtmlOf(JsonObject schema)
    {
        if (schema["$ref"]?.ToString() is { } reference)
            return Link(reference[(reference.LastIndexOf('/') + 1)..]);
        if (schema["anyOf"] is JsonArray cases)
            return string.Join(" or ", cases.Select(each => HtmlOf(each!.AsObject())));
        if (schema["const"] is { } constant)
            return $"<code>{WebUtility.HtmlEncode(constant.ToJsonString())}</code>";
        if (schema["enum"] is JsonArray names)
            return string.Join(", ", names.Select(name => $"<code>{WebUtility.HtmlEncode(name?.ToString() ?? "null")}</code>"));

        var type = schema["type"] switch { JsonArray types => string.Join(" or ", types), { } one => one.ToString(), _ => "anything" };
        var inner = schema["items"] is JsonObject item ? $" of {HtmlOf(item)}"
            : schema["additionalProperties"] is JsonObject value ? $" of {HtmlOf(value)}"
            : "";
        return WebUtility.HtmlEncode(type) + inner + WebUtility.HtmlEncode(string.Concat(Limits(schema).Select(limit => ", " + limit)));
    }

    private static string Link(string type) => $"<a href=\"#type-{type}\">{type}</a>";

    private static IEnumerable<string> Limits(JsonObject schema)
    {
        foreach (var (least, most, what) in Sizes)
        {
            if (schema[most] is { } limit)
                yield return schema[least] is { } from ? $"{from} to {limit} {what}" : $"up to {limit} {what}";
        }

        if (schema["minimum"] is { } minimum && schema["maximum"] is { } maximum)
            yield return $"{minimum} to {maximum}";
        if (schema["format"] is { } format)
            yield return format.ToString();
        if (schema["pattern"] is { } pattern)
            yield return $"like {pattern}";
    }
}
