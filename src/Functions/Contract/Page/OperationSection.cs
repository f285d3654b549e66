using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Interactions.Functions.Http;
using Interactions.Functions.Security;

namespace Interactions.Functions.Contract.Page;

/// <summary>What people want to know of one operation.</summary>
internal static class OperationSection
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Markup page, Operation operation, JsonObject document)
    {
        var written = document["paths"]!["/" + operation.Route]![operation.Verb]!.AsObject();
        page.Raw($"<section id=\"{operation.Name}\">\n<h3><b>{operation.Verb.ToUpperInvariant()}</b>").Text("/" + operation.Route).Raw("</h3>\n");
        page.Paragraph(operation.Summary + ".");
        if (operation.Description is { } description)
            page.Paragraph(description);
        page.Raw("<p class=\"who\">").Text(WhoMay(operation)).Raw("</p>\n");
        Parameters(page, written);
        if (operation.Body is not null)
            Body(page, written, document);
        Answers(page, operation, written);
        page.Element("h4", "Like this").Verbatim(CurlOf(operation));
        if (operation.Answers.FirstOrDefault(answer => answer.Example is not null) is { Example: { } example })
            page.Verbatim(TextOf(example));
        page.Close("section");
    }

    private static string WhoMay(Operation operation) => operation.Permission switch
    {
        { Theirs: May.Anybody } => "Anybody may ask.",
        { Theirs: May.Signed } => "Twilio alone, which signs what it sends.",
        { Theirs: May.No, Supervisor: May.No } => "Admins.",
        { Theirs: May.No } => "Supervisors and admins.",
        { Theirs: var theirs, Queues: var queues, Others: var others, Supervisor: var supervisor, Admin: var admin } =>
            theirs == queues && queues == others
                ? $"Agents: {Said(theirs)}. Supervisors: {Said(supervisor)}. Admins: {Said(admin)}."
                : $"Agents: {Said(theirs)} with what is theirs, {Said(queues)} with what is in a queue of theirs, {Said(others)} with what is others'. Supervisors: {Said(supervisor)}. Admins: {Said(admin)}.",
    };

    private static string Said(May may) => may switch
    {
        May.Yes => "yes",
        May.Refused => "refused (409)",
        May.Hidden => "hidden (404)",
        _ => "no (403)",
    };

    private static void Parameters(Markup page, JsonObject written)
    {
        if (written["parameters"] is not JsonArray parameters)
            return;
        page.Element("h4", "Parameters").Open("table").Row("th", "name", "in", "holds", "");
        foreach (var parameter in parameters)
        {
            page.Raw("<tr>").Cell($"`{parameter!["name"]}`").Cell($"{parameter["in"]}");
            page.Raw("<td>").Raw(FieldTable.HtmlOf(parameter["schema"]!.AsObject())).Raw("</td>");
            page.Cell($"{parameter["description"]}").Raw("</tr>\n");
        }

        page.Close("table");
    }

    private static void Body(Markup page, JsonObject written, JsonObject document)
    {
        var body = written["requestBody"]!;
        var (mediaType, content) = body["content"]!.AsObject().First();
        page.Element("h4", "Body").Raw("<p>").Text($"`{mediaType}`. {body["description"]}").Raw("</p>\n");
        var schema = content!["schema"]!.AsObject();
        if (schema["$ref"]?.ToString() is not { } reference)
            return;
        var name = reference[(reference.LastIndexOf('/') + 1)..];
        FieldTable.Write(page, document["components"]!["schemas"]![name]!.AsObject());
    }

    private static void Answers(Markup page, Operation operation, JsonObject written)
    {
        page.Element("h4", "Answers").Open("table");
        foreach (var (status, response) in written["responses"]!.AsObject())
        {
            var problems = operation.Reasons.Where(reason => $"{reason.Status}" == status).ToList();
            var isAnswer = operation.Answers.Any(answer => $"{answer.Status}" == status);
            page.Raw("<tr>").Cell(status).Raw("<td>");
            if (isAnswer)
                page.Text($"{response!["description"]} ").Raw(TypeOf(response["content"]?.AsObject()));
            else
                page.Raw(string.Join(", ", problems.Select(LinkTo)));
            page.Raw("</td></tr>\n");
        }

        page.Close("table");
    }

    private static string LinkTo(Reason reason) => $"<a href=\"#{reason.Name}\" title=\"{WebUtility.HtmlEncode(reason.Meaning)}\">{reason.Name}</a>";

    private static string TypeOf(JsonObject? content) => content is null ? "" : FieldTable.HtmlOf(content.First().Value!["schema"]!.AsObject());

    private static string TextOf(JsonNode example) => example is JsonValue text ? text.ToString() : example.ToJsonString(Readable);

    private static string CurlOf(Operation operation)
    {
        var path = operation.Parameters.Where(parameter => parameter.In == Place.Path)
            .Aggregate(operation.Route, (route, parameter) => route.Replace($"{{{parameter.Name}}}", parameter.Example, StringComparison.Ordinal));
        var line = $"curl -X {operation.Verb.ToUpperInvariant()} \"$APP/{path}\"";
        if (operation.TakesToken)
            line += " \\\n  -H \"Authorization: Bearer $TOKEN\"";
        if (operation.Body is { Shape: not null } body)
            line += $" \\\n  -H 'Content-Type: {body.MediaType}' \\\n  -d '{TextOf(body.Example).Replace("'", @"'\''", StringComparison.Ordinal)}'";
        return line;
    }
}
