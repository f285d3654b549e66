using Azure.Messaging.ServiceBus;
using Azure.Messaging.ServiceBus.Rest;

namespace Interactions.Standins.Tests.ServiceBus.Rest;

public sealed class When_a_message_is_sent_to_a_real_namespace
{
    private static readonly DateTimeOffset Due = new(1994, 11, 6, 10, 49, 37, TimeSpan.FromHours(2));

    [Fact]
    public async Task One_travels_as_a_body_with_its_properties_in_a_header()
    {
        await using var fake = await FakeNamespace.StartAsync();
        await fake.Sender().SendMessageAsync(new ServiceBusMessage("""{"id":"é"}""")
        {
            MessageId = "m",
            SessionId = "s",
            PartitionKey = "s",
            TransactionPartitionKey = "v",
            Subject = "l",
            CorrelationId = "c",
            To = "t",
            ReplyTo = "r",
            ReplyToSessionId = "rs",
            ContentType = "application/json",
            TimeToLive = TimeSpan.FromSeconds(90.5),
            ScheduledEnqueueTime = Due,
        });

        var wire = fake.Request;
        Assert.Equal(("POST", "/outbound/messages"), (wire.Method, wire.Target));
        Assert.Equal(FakeNamespace.Host, wire.Headers["Host"]);
        Assert.Equal("application/json", wire.Headers["Content-Type"]);
        Assert.Equal("{\"id\":\"Ã©\"}", wire.Body); // the two bytes of é, read one by one
        Assert.Equal(
            """{"MessageId":"m","SessionId":"s","PartitionKey":"s","ViaPartitionKey":"v","Label":"l","CorrelationId":"c","To":"t","ReplyTo":"r","ReplyToSessionId":"rs","TimeToLive":90.5,"ScheduledEnqueueTimeUtc":"Sun, 06 Nov 1994 08:49:37 GMT"}""",
            wire.Headers["BrokerProperties"]);
    }

    [Fact]
    public async Task What_is_not_set_is_not_sent()
    {
        await using var fake = await FakeNamespace.StartAsync();
        await fake.Sender().SendMessageAsync(new ServiceBusMessage("a"));

        Assert.Equal("{}", fake.Request.Headers["BrokerProperties"]);
        Assert.DoesNotContain("Content-Type", fake.Request.Headers.Keys);
    }

    [Fact]
    public async Task Text_outside_ASCII_is_escaped_in_the_header()
    {
        await using var fake = await FakeNamespace.StartAsync();
        await fake.Sender().SendMessageAsync(new ServiceBusMessage("a") { Subject = "é\n\"" });

        Assert.Equal("""{"Label":"\u00E9\n\u0022"}""", fake.Request.Headers["BrokerProperties"]);
    }

    [Fact]
    public async Task Application_properties_are_headers_whose_quotes_tell_text_from_numbers()
    {
        await using var fake = await FakeNamespace.StartAsync();
        await fake.Sender().SendMessageAsync(new ServiceBusMessage("a")
        {
            ApplicationProperties = { ["text"] = "12 monkeys", ["whole"] = 7, ["part"] = 1.5, ["truth"] = true },
        });

        var headers = fake.Request.Headers;
        Assert.Equal(("\"12 monkeys\"", "7", "1.5", "true"), (headers["text"], headers["whole"], headers["part"], headers["truth"]));
    }

    [Theory]
    [InlineData("has space", "v")]
    [InlineData("Authorization", "v")]
    [InlineData("brokerproperties", "v")]
    [InlineData("p", "é")]
    public async Task A_property_that_a_header_cannot_be_is_refused_and_nothing_is_sent(string name, string value)
    {
        await using var fake = await FakeNamespace.StartAsync();
        var message = new ServiceBusMessage("a") { ApplicationProperties = { [name] = value } };

        await Assert.ThrowsAsync<NotSupportedException>(() => fake.Sender().SendMessageAsync(message));
        Assert.Empty(fake.Requests);
    }

    [Fact]
    public async Task A_property_that_would_arrive_as_something_else_is_refused()
    {
        await using var fake = await FakeNamespace.StartAsync();
        var message = new ServiceBusMessage("a") { ApplicationProperties = { ["p"] = Guid.NewGuid() } };

        await Assert.ThrowsAsync<NotSupportedException>(() => fake.Sender().SendMessageAsync(message));
        await Assert.ThrowsAsync<NotSupportedException>(() => fake.Sender().SendMessagesAsync([message, message]));
        Assert.Empty(fake.Requests);
    }

    [Fact]
    public async Task Several_travel_as_one_batch()
    {
        await using var fake = await FakeNamespace.StartAsync();
        await fake.Sender().SendMessagesAsync(
        [
            new("first") { MessageId = "m1", SessionId = "s", TimeToLive = TimeSpan.FromSeconds(40), ScheduledEnqueueTime = Due },
            new("sec\"ond é") { Subject = "M2", ApplicationProperties = { ["Priority"] = "Low", ["n"] = 3, ["x"] = 0.5, ["b"] = false } },
        ]);

        var wire = fake.Request;
        Assert.Equal(("POST", "/outbound/messages"), (wire.Method, wire.Target));
        Assert.Equal("application/vnd.microsoft.servicebus.json", wire.Headers["Content-Type"]);
        Assert.DoesNotContain("BrokerProperties", wire.Headers.Keys);
        Assert.Equal(
            """[{"Body":"first","BrokerProperties":{"MessageId":"m1","SessionId":"s","TimeToLiveTimeSpan":"0.00:00:40","ScheduledEnqueueTimeUtc":"Sun, 06 Nov 1994 08:49:37 GMT"}},"""
            + """{"Body":"sec\u0022ond \u00E9","BrokerProperties":{"Label":"M2"},"UserProperties":{"Priority":"Low","n":3,"x":0.5,"b":false}}]""",
            wire.Body);
    }

    [Fact]
    public async Task A_batch_cannot_carry_bytes_that_are_not_text()
    {
        await using var fake = await FakeNamespace.StartAsync();

        await Assert.ThrowsAsync<NotSupportedException>(() => fake.Sender().SendMessagesAsync([new("a"), new(new byte[] { 0xFF })]));
        Assert.Empty(fake.Requests);
    }

    [Fact]
    public async Task A_scheduled_time_is_never_rounded_to_an_earlier_one()
    {
        await using var fake = await FakeNamespace.StartAsync();
        await fake.Sender().SendMessageAsync(new ServiceBusMessage("a") { ScheduledEnqueueTime = Due.AddTicks(1) });

        Assert.Contains("08:49:38 GMT", fake.Request.Headers["BrokerProperties"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_needs_a_sequence_number_is_refused_and_nothing_is_sent()
    {
        await using var fake = await FakeNamespace.StartAsync();

        await Assert.ThrowsAsync<NotSupportedException>(() => fake.Sender().ScheduleMessageAsync(new("a"), Due));
        Assert.Empty(fake.Requests);
    }

    [Fact]
    public async Task Receiving_is_refused_with_the_way_out()
    {
        await using var fake = await FakeNamespace.StartAsync();
        await using var client = new ServiceBusClient(FakeNamespace.ConnectionString, fake.Options());

        Assert.Contains("Standins=false", Assert.Throws<NotSupportedException>(() => client.CreateReceiver("q")).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotSupportedException>(() => client.AcceptNextSessionAsync("q"));
        await Assert.ThrowsAsync<NotSupportedException>(() => client.AcceptSessionAsync("q", "s"));
    }

    [Fact]
    public void Every_broker_property_is_one_that_the_service_documents()
    {
        string[] documented =
        [
            "CorrelationId", "ForcePersistence", "Label", "MessageId", "PartitionKey", "ReplyTo", "ReplyToSessionId",
            "ScheduledEnqueueTimeUtc", "SessionId", "TimeToLive", "TimeToLiveTimeSpan", "To", "ViaPartitionKey",
        ];
        var written = RestJson.Default.BrokerProperties.Properties.Select(property => property.Name).ToArray();

        Assert.Equal(12, written.Length);
        Assert.All(written, name => Assert.Contains(name, documented));
    }

    [Fact]
    public async Task A_queue_in_a_folder_keeps_its_slash()
    {
        await using var fake = await FakeNamespace.StartAsync();
        await fake.Sender("team a/outbound").SendMessageAsync(new ServiceBusMessage("a"));

        Assert.Equal("/team%20a/outbound/messages", fake.Request.Target);
    }
}
