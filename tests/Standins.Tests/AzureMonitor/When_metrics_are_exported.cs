using System.Text.Json.Nodes;

namespace Interactions.Standins.Tests.AzureMonitor;

public sealed class When_metrics_are_exported
{
    [Fact]
    public async Task A_counter_tells_what_was_added_since_it_last_told_by_its_attributes()
    {
        await using var fake = await FakeIngestion.StartAsync();

        fake.Measures(
            meter => meter.CreateCounter<long>("opened").Add(2, new KeyValuePair<string, object?>("queue", "support")),
            meter => meter.CreateCounter<long>("opened").Add(3, new KeyValuePair<string, object?>("queue", "support")));

        var told = fake.Metrics("opened");
        Assert.Equal([2, 3], told.Select(envelope => (double)Metric(envelope)["value"]!));
        Assert.All(told, envelope => Assert.Equal("MetricData", (string?)envelope["data"]!["baseType"]));
        Assert.All(told, envelope => Assert.Equal("support", (string?)envelope["data"]!["baseData"]!["properties"]!["queue"]));
        Assert.All(told, envelope => Assert.Equal("[support]/interactions", (string?)envelope["tags"]!["ai.cloud.role"]));
    }

    [Fact]
    public async Task A_histogram_tells_how_many_there_were_and_between_what()
    {
        await using var fake = await FakeIngestion.StartAsync();

        fake.Measures(meter =>
        {
            var wait = meter.CreateHistogram<double>("wait", "s");
            wait.Record(2.5);
            wait.Record(40);
            wait.Record(0.5);
        });

        var metric = Metric(Assert.Single(fake.Metrics("wait")));
        Assert.Equal((43, 3, 0.5, 40), ((double)metric["value"]!, (int)metric["count"]!, (double)metric["min"]!, (double)metric["max"]!));
    }

    [Fact]
    public async Task A_gauge_tells_how_it_stands_whole_or_in_parts()
    {
        await using var fake = await FakeIngestion.StartAsync();

        fake.Measures(meter =>
        {
            meter.CreateObservableGauge("waiting", () => 7);
            meter.CreateObservableGauge("oldest", () => 12.25);
        });

        Assert.Equal(7, (double)Metric(Assert.Single(fake.Metrics("waiting")))["value"]!);
        Assert.Equal(12.25, (double)Metric(Assert.Single(fake.Metrics("oldest")))["value"]!);
    }

    private static JsonNode Metric(JsonNode envelope) => Assert.Single(envelope["data"]!["baseData"]!["metrics"]!.AsArray())!;
}
