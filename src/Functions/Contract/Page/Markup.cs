using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Interactions.Functions.Contract.Page;

/// <summary>HTML in the making. Whatever is not ours to mark up is encoded.</summary>
internal sealed partial class Markup
{
    private readonly StringBuilder _html = new(256 * 1024);

    public Markup Raw(string html)
    {
        _html.Append(html);
        return this;
    }

    /// <summary>Text, in which `this` is code.</summary>
    public Markup Text(string text) => Raw(Code().Replace(WebUtility.HtmlEncode(text), "<code>$1</code>"));

    public Markup Open(string element) => Raw($"<{element}>\n");

    public Markup Close(string element) => Raw($"</{element}>\n");

    public Markup Element(string element, string text) => Raw($"<{element}>").Text(text).Close(element);

    public Markup Paragraph(string text) => Element("p", text);

    /// <summary>Text that stands as it is.</summary>
    public Markup Verbatim(string text) => Raw("<pre>").Raw(WebUtility.HtmlEncode(text)).Close("pre");

    public Markup Cell(string text) => Raw("<td>").Text(text).Raw("</td>");

    public Markup Row(string cell, params ReadOnlySpan<string> texts)
    {
        Raw("<tr>");
        foreach (var text in texts)
            Raw($"<{cell}>").Text(text).Raw($"</{cell}>");
        return Raw("</tr>\n");
    }

    public override string ToString() => _html.ToString();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
