using Interactions.Functions.Hosting;
using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Telemetry;

/// <summary>Where traces and metrics go. The names are those that OpenTelemetry and Azure have for them; without either nothing is gathered.</summary>
/// <param name="ToCollector">To whatever speaks OTLP; how, the other settings of OpenTelemetry say.</param>
/// <param name="AzureMonitor">A connection string of Application Insights; null where it does not go there.</param>
/// <param name="WithIdentity">Whether Application Insights wants to know who writes.</param>
internal sealed record ExportSettings(bool ToCollector, string? AzureMonitor, bool WithIdentity)
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string ConnectionString = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string Authentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    public bool IsWanted => ToCollector || AzureMonitor is not null;

    public static ExportSettings From(IConfiguration configuration) => new(
        ToCollector: CollectorIn(configuration),
        ConnectionStringIn(configuration),
        WithIdentity: configuration[Authentication] is { } words && words.Contains("Authorization=AAD", StringComparison.OrdinalIgnoreCase));

    private static string? ConnectionStringIn(IConfiguration configuration)
    {
        var text = configuration[ConnectionString];
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return text.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase)
            ? text
            : throw new SettingException(
                $"The setting {ConnectionString} is not a connection string of Application Insights (InstrumentationKey=...;IngestionEndpoint=...).");
    }

    private static bool CollectorIn(IConfiguration configuration)
    {
        if (configuration[Protocol] is { Length: > 0 } protocol and not ("grpc" or "http/protobuf"))
            throw new SettingException($"The setting {Protocol} is '{protocol}', and has to be grpc or http/protobuf.");

        var text = configuration[Endpoint];
        if (string.IsNullOrWhiteSpace(text))
            return false;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            ? true
            : throw new SettingException($"The setting {Endpoint} is not an address like http://localhost:4317.");
    }
}
