using Azure.Monitor.OpenTelemetry.Exporter.Connections;
using Azure.Monitor.OpenTelemetry.Exporter.Envelopes;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Azure.Monitor.OpenTelemetry.Exporter.Exporting;

internal sealed class MetricExporter(Ingestion ingestion) : BaseExporter<Metric>
{
    private Resource? _resource;

    public override ExportResult Export(in Batch<Metric> batch)
    {
        var resource = _resource ??= Resource.Of(ParentProvider);
        var envelopes = new EnvelopeStream();
        foreach (var metric in batch)
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                var copy = point;
                envelopes.Add(json => MetricEnvelope.Write(json, ingestion, resource, metric, copy));
            }
        }

        return ingestion.Post(envelopes);
    }
}
