using System.Xml.Linq;

namespace Azure.Messaging.ServiceBus.Administration;

/// <summary>Queues as the management API describes them: an Atom entry, or a feed of them.</summary>
internal static class QueueFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Queue = "http://schemas.microsoft.com/netservices/2010/10/servicebus/connect";
    private static readonly XNamespace Counts = "http://schemas.microsoft.com/netservices/2011/06/servicebus";

    public static IEnumerable<QueueRuntimeProperties> Read(BinaryData xml) =>
        from entry in XDocument.Parse(xml.ToString()).Descendants(Atom + "entry")
        let description = entry.Element(Atom + "content")?.Element(Queue + "QueueDescription")
        where description is not null
        select Read(entry.Element(Atom + "title")!.Value, description);

    private static QueueRuntimeProperties Read(string name, XElement description)
    {
        var details = description.Element(Queue + "CountDetails");
        return new QueueRuntimeProperties(name)
        {
            ActiveMessageCount = Number(details, Counts + "ActiveMessageCount"),
            ScheduledMessageCount = Number(details, Counts + "ScheduledMessageCount"),
            DeadLetterMessageCount = Number(details, Counts + "DeadLetterMessageCount"),
            TransferMessageCount = Number(details, Counts + "TransferMessageCount"),
            TransferDeadLetterMessageCount = Number(details, Counts + "TransferDeadLetterMessageCount"),
            TotalMessageCount = Number(description, Queue + "MessageCount"),
            SizeInBytes = Number(description, Queue + "SizeInBytes"),
            CreatedAt = Moment("CreatedAt"),
            UpdatedAt = Moment("UpdatedAt"),
            AccessedAt = Moment("AccessedAt"),
        };

        DateTimeOffset Moment(string element) => (DateTimeOffset?)description.Element(Queue + element) ?? default;
    }

    private static long Number(XElement? parent, XName element) => (long?)parent?.Element(element) ?? 0;
}
