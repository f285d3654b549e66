#nullable disable

using Azure.Core;

namespace Azure.Monitor.OpenTelemetry.Exporter;

public class AzureMonitorExporterOptions : ClientOptions
{
    public string ConnectionString { get; set; }

    public TokenCredential Credential { get; set; }
}
