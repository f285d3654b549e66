using System.Diagnostics.Tracing;

namespace Azure.Monitor.OpenTelemetry.Exporter.Connections;

/// <summary>OpenTelemetry's own diagnostics listen to every source whose name begins like this.</summary>
[EventSource(Name = "OpenTelemetry-AzureMonitor-Exporter")]
internal sealed class ExporterEvents : EventSource
{
    public static readonly ExporterEvents Log = new();

    [Event(1, Level = EventLevel.Warning, Message = "{0} items of telemetry were dropped: {1}")]
    public void Dropped(int items, string reason) => WriteEvent(1, items, reason);
}
