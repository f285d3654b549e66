using System.Text;
using Azure.Messaging.ServiceBus.Broker;

namespace Interactions.Standins.Tests.ServiceBus;

public sealed class When_queue_definitions_are_read
{
    private const string Properties =
        """
        "lockDuration": "PT1M30S", "maxDeliveryCount": 7, "requiresSession": true, "requiresDuplicateDetection": true,
        "duplicateDetectionHistoryTimeWindow": "PT20M", "deadLetteringOnMessageExpiration": true, "defaultMessageTimeToLive": "P14D"
        """;

    [Fact]
    public void Every_property_is_taken()
    {
        var queue = Assert.Single(Parse($$"""[{ "name": "q", "properties": { {{Properties}} } }]"""));

        Assert.Equal(
            new QueueDefinition("q")
            {
                LockDuration = TimeSpan.FromSeconds(90),
                MaxDeliveryCount = 7,
                RequiresSession = true,
                RequiresDuplicateDetection = true,
                DuplicateDetectionHistoryTimeWindow = TimeSpan.FromMinutes(20),
                DeadLetteringOnMessageExpiration = true,
                DefaultMessageTimeToLive = TimeSpan.FromDays(14),
            },
            queue);
    }

    [Fact]
    public void The_products_queues_are_those_of_its_design()
    {
        var queues = QueueFile.Read(Path.Combine(AppContext.BaseDirectory, QueueFile.Name));

        Assert.Equal([("routing", true), ("outbound", true), ("timeouts", false)], queues.Select(queue => (queue.Name, queue.RequiresSession)));
        Assert.All(queues, queue => Assert.False(queue.RequiresDuplicateDetection));
        Assert.All(queues, queue => Assert.True(queue.DeadLetteringOnMessageExpiration));
    }

    [Fact]
    public void A_property_that_is_misspelt_or_missing_is_named()
    {
        var misspelt = WriteAndRead($$"""[{ "name": "q", "properties": { {{Properties}}, "requireSession": true } }]""");
        Assert.Contains("requireSession", misspelt.Message, StringComparison.Ordinal);

        var missing = WriteAndRead($$"""[{ "name": "q", "properties": { {{Properties.Replace("\"maxDeliveryCount\": 7, ", "", StringComparison.Ordinal)}} } }]""");
        Assert.Contains("maxDeliveryCount", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_duration_that_is_none_is_refused() =>
        WriteAndRead($$"""[{ "name": "q", "properties": { {{Properties.Replace("P14D", "14 days", StringComparison.Ordinal)}} } }]""");

    [Fact]
    public void A_missing_file_is_said_in_a_sentence_with_its_place()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.json");

        var fault = Assert.Throws<FileNotFoundException>(() => QueueFile.Read(path));
        Assert.Contains(path, fault.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<QueueDefinition> Parse(string json) => QueueFile.Parse(Encoding.UTF8.GetBytes(json));

    private static FormatException WriteAndRead(string json)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, json);
            return Assert.Throws<FormatException>(() => QueueFile.Read(path));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
