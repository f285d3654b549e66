using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Interactions.Functions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Interactions.Functions.Telemetry;

/// <summary>Sends traces and metrics to where the settings say, as long as the app runs; what is left when it stops goes out first.</summary>
internal sealed class Export(ExportSettings settings, IConfiguration configuration) : IHostedService, IDisposable
{
    private const string Service = "interactions";
    private const int MostForLast = 1500;

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!settings.IsWanted)
            return Task.CompletedTask;

        var traces = Sdk.CreateTracerProviderBuilder().ConfigureServices(Configure).ConfigureResource(Name).AddSource(Traces.SourceName);
        var metrics = Sdk.CreateMeterProviderBuilder().ConfigureServices(Configure).ConfigureResource(Name).AddMeter(Metrics.MeterName);
        if (settings.ToCollector)
        {
            traces.AddOtlpExporter();
            metrics.AddOtlpExporter();
        }

        if (settings.AzureMonitor is not null)
        {
            traces.AddAzureMonitorTraceExporter(Address);
            metrics.AddAzureMonitorMetricExporter(Address);
        }

        (_traces, _metrics) = (traces.Build(), metrics.Build());
        return Task.CompletedTask;
    }

    // Functions that are under way end after this, and are to be told of too.
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _traces?.Shutdown(MostForLast);
        _metrics?.Shutdown(MostForLast);
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    // Whatever else OpenTelemetry can be told by OTEL_… is told in the same place as everything.
    private void Configure(IServiceCollection services) => services.AddSingleton(configuration);

    // What OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES say comes last, and counts.
    private static void Name(ResourceBuilder resource) => resource.AddService(Service).AddEnvironmentVariableDetector();

    private void Address(AzureMonitorExporterOptions options)
    {
        options.ConnectionString = settings.AzureMonitor;
        if (settings.WithIdentity)
            options.Credential = new DefaultAzureCredential();
    }
}
