using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Interactions.Functions.Http;

namespace Interactions.Functions.Contract.Page;

/// <summary>The contract as one page for people: it brings everything it needs, and asks for nothing else.</summary>
internal sealed class DocsPage
{
    private static readonly Lazy<DocsPage> Made = new(() => new DocsPage());

    private DocsPage()
    {
        Utf8 = Encoding.UTF8.GetBytes(Write(OpenApiDocument.Instance.Json));
        ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Utf8))[..24]}\"";
    }

    public static DocsPage Instance => Made.Value;

    /// <summary>Nothing but the page's own style counts, whatever else might have got into it.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style.Css)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public byte[] Utf8 { get; }

    public string ETag { get; }

    private static string Write(JsonObject document)
    {
        var page = new Markup();
        page.Raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Element("title", "Interactions: the HTTP API").Raw($"<style>{Style.Css}</style>\n</head>\n<body>\n");
        Navigation(page);
        page.Raw("<main>\n").Element("h1", "Interactions");
        foreach (var paragraph in Conventions.Text.Split("\n\n"))
            page.Paragraph(paragraph);

        foreach (var (tag, description) in Tags.All)
        {
            page.Raw($"<h2 id=\"{tag}\">{tag}</h2>\n").Paragraph(description);
            foreach (var operation in Operations.All.Where(operation => operation.Tag == tag))
                OperationSection.Write(page, operation, document);
        }

        page.Raw("<h2 id=\"types\">Types</h2>\n");
        foreach (var (name, schema) in document["components"]!["schemas"]!.AsObject())
            FieldTable.WriteType(page, name, schema!.AsObject());
        Problems(page);
        return page.Raw("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Navigation(Markup page)
    {
        page.Raw("<nav>\n");
        foreach (var (tag, _) in Tags.All)
        {
            page.Raw($"<a class=\"part\" href=\"#{tag}\">{tag}</a>\n");
            foreach (var operation in Operations.All.Where(operation => operation.Tag == tag))
                page.Raw($"<a href=\"#{operation.Name}\"><b>{operation.Verb.ToUpperInvariant()}</b> ").Text(operation.Path).Raw("</a>\n");
        }

        page.Raw("<a class=\"part\" href=\"#types\">Types</a>\n<a class=\"part\" href=\"#problems\">Problems</a>\n</nav>\n");
    }

    private static void Problems(Markup page)
    {
        page.Raw("<h2 id=\"problems\">Problems</h2>\n").Paragraph("Everything that a request can be refused for.").Open("table");
        page.Row("th", "type", "status", "what is so", "what to do");
        foreach (var reason in Reasons.All)
            page.Raw($"<tr id=\"{reason.Name}\">").Cell($"`{reason.Type}`").Cell($"{reason.Status}").Cell(reason.Meaning).Cell(reason.Remedy).Raw("</tr>\n");
        page.Close("table");
    }
}
