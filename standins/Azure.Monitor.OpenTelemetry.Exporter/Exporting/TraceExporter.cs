using System.Diagnostics;
using Azure.Monitor.OpenTelemetry.Exporter.Connections;
using Azure.Monitor.OpenTelemetry.Exporter.Envelopes;
using OpenTelemetry;

namespace Azure.Monitor.OpenTelemetry.Exporter.Exporting;

internal sealed class TraceExporter(Ingestion ingestion) : BaseExporter<Activity>
{
    private Resource? _resource;

    public override ExportResult Export(in Batch<Activity> batch)
    {
        var resource = _resource ??= Resource.Of(ParentProvider);
        var envelopes = new EnvelopeStream();
        foreach (var span in batch) envelopes.Add(json => SpanEnvelope.Write(json, ingestion, resource, span));
        return ingestion.Post(envelopes);
    }
}
