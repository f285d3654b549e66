using System.Text;
using System.Xml;

namespace Interactions.Functions.Webhooks;

/// <summary>A text that goes out as the answer to a webhook.</summary>
/// <param name="StatusCallback">Where Twilio tells what became of it.</param>
internal readonly record struct Reply(string Text, string StatusCallback);

/// <summary>What Twilio is answered: nothing to send, or the texts it shall send.</summary>
internal static class TwiML
{
    public const string ContentType = "text/xml";
    public const string Nothing = Declaration + "<Response/>";

    private const string Declaration = """<?xml version="1.0" encoding="UTF-8"?>""";

    public static string Of(params ReadOnlySpan<Reply> replies)
    {
        if (replies.IsEmpty)
            return Nothing;

        var xml = new StringBuilder(Declaration, 256).Append("<Response>");
        foreach (var reply in replies)
        {
            Escape(xml.Append("<Message statusCallback=\""), reply.StatusCallback);
            Escape(xml.Append("\">"), reply.Text);
            xml.Append("</Message>");
        }

        return xml.Append("</Response>").ToString();
    }

    // Written out, carriage returns and tabs survive; what XML 1.0 has no way to write is left out.
    private static void Escape(StringBuilder xml, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (EntityOf(character) is { } entity)
                xml.Append(entity);
            else if (XmlConvert.IsXmlChar(character))
                xml.Append(character);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], character))
                xml.Append(character).Append(text[++i]);
        }
    }

    private static string? EntityOf(char character) => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\r' => "&#13;",
        '\n' => "&#10;",
        '\t' => "&#9;",
        _ => null,
    };
}
