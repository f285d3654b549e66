using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace Interactions.Simulator.Calls;

/// <summary>The messages that a webhook's answer asks for.</summary>
internal sealed record TwiML(string Body, ImmutableArray<string> Media, string? To, string? From, string? StatusCallback)
{
    public static IReadOnlyList<TwiML> In(string answer)
    {
        if (Parsed(answer) is not { Name.LocalName: "Response" } response)
            return [];
        return [.. response.Elements("Message").Select(Message).Where(message => message.Body.Length > 0 || message.Media.Length > 0)];
    }

    private static TwiML Message(XElement message) => new(
        message.Element("Body")?.Value ?? string.Concat(message.Nodes().OfType<XText>().Select(text => text.Value)).Trim(),
        [.. message.Elements("Media").Select(media => media.Value.Trim())],
        message.Attribute("to")?.Value,
        message.Attribute("from")?.Value,
        message.Attribute("statusCallback")?.Value);

    private static XElement? Parsed(string answer)
    {
        if (string.IsNullOrWhiteSpace(answer))
            return null;
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(answer), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
