using Azure.Messaging.ServiceBus;
using Azure.Messaging.ServiceBus.Administration;
using Interactions.Standins.Tests.ServiceBus.Support;

namespace Interactions.Standins.Tests.ServiceBus.Rest;

public sealed class When_a_real_namespaces_queues_are_counted
{
    private const string Entry =
        """
        <entry xmlns="http://www.w3.org/2005/Atom"><id>https://bus.servicebus.windows.net/outbound</id><title type="text">outbound</title>
          <content type="application/xml">
            <QueueDescription xmlns="http://schemas.microsoft.com/netservices/2010/10/servicebus/connect" xmlns:i="http://www.w3.org/2001/XMLSchema-instance">
              <LockDuration>PT1M</LockDuration><SizeInBytes>2048</SizeInBytes><MessageCount>9</MessageCount>
              <CreatedAt>2026-01-05T12:00:00Z</CreatedAt><UpdatedAt>2026-01-06T12:00:00Z</UpdatedAt><AccessedAt>2026-01-07T12:00:00Z</AccessedAt>
              <CountDetails xmlns:d2p1="http://schemas.microsoft.com/netservices/2011/06/servicebus">
                <d2p1:ActiveMessageCount>4</d2p1:ActiveMessageCount><d2p1:DeadLetterMessageCount>3</d2p1:DeadLetterMessageCount>
                <d2p1:ScheduledMessageCount>2</d2p1:ScheduledMessageCount><d2p1:TransferMessageCount>0</d2p1:TransferMessageCount>
                <d2p1:TransferDeadLetterMessageCount>0</d2p1:TransferDeadLetterMessageCount>
              </CountDetails>
            </QueueDescription>
          </content>
        </entry>
        """;

    private const string NoEntry = """<feed xmlns="http://www.w3.org/2005/Atom"><title type="text">Publicly Listed Services</title></feed>""";

    [Fact]
    public async Task One_queues_counts_are_read_from_its_entry()
    {
        await using var fake = await FakeNamespace.StartAsync();
        fake.Answers(200, """<?xml version="1.0" encoding="utf-8"?>""" + Entry);
        var counts = (await Client(fake).GetQueueRuntimePropertiesAsync("outbound")).Value;

        Assert.Equal(("GET", "/outbound?api-version=2021-05"), (fake.Request.Method, fake.Request.Target));
        Assert.StartsWith("SharedAccessSignature sr=", fake.Request.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(("outbound", 4, 3, 2, 9), (counts.Name, counts.ActiveMessageCount, counts.DeadLetterMessageCount, counts.ScheduledMessageCount, counts.TotalMessageCount));
        Assert.Equal((2048, 5, 6, 7), (counts.SizeInBytes, counts.CreatedAt.Day, counts.UpdatedAt.Day, counts.AccessedAt.Day));
    }

    [Fact]
    public async Task A_queue_that_is_not_there_is_not_found()
    {
        await using var fake = await FakeNamespace.StartAsync();
        fake.Answers(200, NoEntry);
        fake.Answers(404);

        await Receiving.FailsAsync(ServiceBusFailureReason.MessagingEntityNotFound, () => Client(fake).GetQueueRuntimePropertiesAsync("nowhere"));
        await Receiving.FailsAsync(ServiceBusFailureReason.MessagingEntityNotFound, () => Client(fake).GetQueueRuntimePropertiesAsync("nowhere"));
    }

    [Fact]
    public async Task All_queues_are_read_page_by_page()
    {
        await using var fake = await FakeNamespace.StartAsync();
        fake.Answers(200, $"<feed xmlns=\"http://www.w3.org/2005/Atom\">{Entry}{Entry.Replace("outbound", "routing", StringComparison.Ordinal)}</feed>");
        fake.Answers(200, NoEntry);
        var pages = new List<string[]>();
        await foreach (var page in Client(fake).GetQueuesRuntimePropertiesAsync().AsPages(pageSizeHint: 2)) pages.Add([.. page.Values.Select(queue => queue.Name)]);

        Assert.Equal([["outbound", "routing"], []], pages);
        Assert.Equal(
            ["/$Resources/queues?api-version=2021-05&enrich=false&$skip=0&$top=2", "/$Resources/queues?api-version=2021-05&enrich=false&$skip=2&$top=2"],
            fake.Requests.Select(request => request.Target));
    }

    private static ServiceBusAdministrationClient Client(FakeNamespace fake) =>
        new(FakeNamespace.ConnectionString, new ServiceBusAdministrationClientOptions { Transport = fake.Transport });
}
