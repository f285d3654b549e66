using System.Xml.Linq;
using Interactions.Functions.Tests.Webhooks;

namespace Interactions.Functions.Tests.Intake;

/// <summary>A text that Twilio is told to send, and where it shall tell what became of it.</summary>
internal sealed record Texted(string Text, string StatusCallback)
{
    public static IReadOnlyList<Texted> In(Answer answer) =>
    [
        .. from message in XDocument.Parse(answer.Body, LoadOptions.PreserveWhitespace).Root!.Elements("Message")
           select new Texted(message.Value, message.Attribute("statusCallback")!.Value),
    ];
}
