using System.Text.Json;
using Azure.Monitor.OpenTelemetry.Exporter.Connections;
using OpenTelemetry.Metrics;

namespace Azure.Monitor.OpenTelemetry.Exporter.Envelopes;

/// <summary>One combination of a metric's attributes, since the last time it was told.</summary>
internal static class MetricEnvelope
{
    public static void Write(Utf8JsonWriter json, Ingestion ingestion, Resource resource, Metric metric, MetricPoint point) =>
        ingestion.Envelope("Metric", point.EndTime.UtcDateTime, resource).Write(
            json,
            "MetricData",
            _ => { },
            data =>
            {
                data.WriteStartArray("metrics");
                data.WriteStartObject();
                data.WriteString("name", metric.Name);
                WriteValue(data, metric.MetricType, point);
                data.WriteEndObject();
                data.WriteEndArray();
                data.WriteStartObject("properties");
                foreach (var (key, value) in point.Tags) Properties.Write(data, key, value);
                data.WriteEndObject();
            });

    private static void WriteValue(Utf8JsonWriter json, MetricType type, MetricPoint point)
    {
        switch (type)
        {
            case MetricType.Histogram or MetricType.ExponentialHistogram:
                json.WriteNumber("value", point.GetHistogramSum());
                json.WriteNumber("count", point.GetHistogramCount());
                if (!point.TryGetHistogramMinMaxValues(out var least, out var most)) return;
                json.WriteNumber("min", least);
                json.WriteNumber("max", most);
                return;
            case MetricType.LongSum or MetricType.LongSumNonMonotonic:
                json.WriteNumber("value", point.GetSumLong());
                return;
            case MetricType.LongGauge:
                json.WriteNumber("value", point.GetGaugeLastValueLong());
                return;
            case MetricType.DoubleGauge:
                json.WriteNumber("value", point.GetGaugeLastValueDouble());
                return;
            default:
                json.WriteNumber("value", point.GetSumDouble());
                return;
        }
    }
}
