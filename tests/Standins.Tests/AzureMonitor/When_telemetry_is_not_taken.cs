using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using Azure.Monitor.OpenTelemetry.Exporter;
using Azure.Monitor.OpenTelemetry.Exporter.Connections;

namespace Interactions.Standins.Tests.AzureMonitor;

public sealed class When_telemetry_is_not_taken
{
    [Theory]
    [InlineData(206, """{"itemsReceived":2,"itemsAccepted":1,"errors":[{"index":0,"statusCode":400,"message":"No."}]}""", 1)]
    [InlineData(400, """{"itemsReceived":2,"itemsAccepted":0,"errors":[]}""", 2)]
    [InlineData(503, "", 2)]
    public async Task It_is_dropped_and_said_how_much_that_was(int status, string body, int dropped)
    {
        await using var fake = await FakeIngestion.StartAsync();
        fake.Answers(status, body);
        using var heard = new Heard();

        fake.Traces(TwoSpans);

        Assert.Equal(2, fake.Request.Envelopes.Count);
        Assert.Contains((dropped, $"The service answered {status}."), heard.Drops);
    }

    [Fact]
    public async Task Nobody_who_works_is_told_where_nobody_answers()
    {
        await using var fake = await FakeIngestion.StartAsync();
        var nowhere = fake.ConnectionString;
        await fake.StopAsync();
        using var heard = new Heard();

        fake.Traces(TwoSpans, traces => traces.AddAzureMonitorTraceExporter(options => options.ConnectionString = nowhere));

        Assert.Contains(heard.Drops, drop => drop.Items == 2);
    }

    private static void TwoSpans(ActivitySource source)
    {
        source.StartActivity("one")!.Dispose();
        source.StartActivity("two")!.Dispose();
    }

    private sealed class Heard : EventListener
    {
        private readonly ConcurrentQueue<(int Items, string Reason)> _drops = new();

        public Heard() => EnableEvents(ExporterEvents.Log, EventLevel.Warning);

        public IReadOnlyCollection<(int Items, string Reason)> Drops => _drops;

        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            _drops.Enqueue(((int)eventData.Payload![0]!, (string)eventData.Payload[1]!));
    }
}
