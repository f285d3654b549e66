#nullable disable

using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter.Connections;
using Azure.Monitor.OpenTelemetry.Exporter.Exporting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Azure.Monitor.OpenTelemetry.Exporter;

public static class AzureMonitorExporterExtensions
{
    public static TracerProviderBuilder AddAzureMonitorTraceExporter(
        this TracerProviderBuilder builder,
        Action<AzureMonitorExporterOptions> configure = null,
        TokenCredential credential = null,
        string name = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (configure is not null) builder.ConfigureServices(services => services.Configure(name ?? Options.DefaultName, configure));
        return builder.AddProcessor(services => new BatchActivityExportProcessor(new TraceExporter(IngestionFor(services, name, credential))));
    }

    public static MeterProviderBuilder AddAzureMonitorMetricExporter(
        this MeterProviderBuilder builder,
        Action<AzureMonitorExporterOptions> configure = null,
        TokenCredential credential = null,
        string name = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (configure is not null) builder.ConfigureServices(services => services.Configure(name ?? Options.DefaultName, configure));
        return builder.AddReader(services => new PeriodicExportingMetricReader(new MetricExporter(IngestionFor(services, name, credential)))
        {
            TemporalityPreference = MetricReaderTemporalityPreference.Delta,
        });
    }

    private static Ingestion IngestionFor(IServiceProvider services, string name, TokenCredential credential)
    {
        var options = services.GetRequiredService<IOptionsMonitor<AzureMonitorExporterOptions>>().Get(name ?? Options.DefaultName);
        return Ingestion.To(Destination.Parse(options.ConnectionString), options, options.Credential ?? credential);
    }
}
