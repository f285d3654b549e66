namespace Azure.Monitor.OpenTelemetry.Exporter.Connections;

/// <summary>Where telemetry goes and under which key, as a connection string of Application Insights says.</summary>
internal sealed record Destination(string InstrumentationKey, Uri Track, string Scope)
{
    private const string GlobalEndpoint = "https://dc.services.visualstudio.com/";
    private const string PublicAudience = "https://monitor.azure.com/";

    public static Destination Parse(string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString)) throw new InvalidOperationException("A connection string of Application Insights is needed.");
        var parts = Parts(connectionString);
        if (!parts.TryGetValue("InstrumentationKey", out var key) || key.Length == 0)
            throw new InvalidOperationException("The connection string has no InstrumentationKey.");
        if (!Uri.TryCreate(parts.GetValueOrDefault("IngestionEndpoint", GlobalEndpoint), UriKind.Absolute, out var endpoint))
            throw new InvalidOperationException("The connection string's IngestionEndpoint is no address.");
        return new(key, new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/v2.1/track"), $"{parts.GetValueOrDefault("AADAudience", PublicAudience)}/.default");
    }

    private static Dictionary<string, string> Parts(string connectionString)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) throw new InvalidOperationException("The connection string has a part that is no name=value.");
            parts[part[..equals].Trim()] = part[(equals + 1)..].Trim();
        }

        return parts;
    }
}
