using System.Collections.Frozen;
using System.Globalization;
using OpenTelemetry;

namespace Azure.Monitor.OpenTelemetry.Exporter.Envelopes;

/// <summary>Who tells: the tags that every envelope carries, read from the provider's resource.</summary>
internal sealed record Resource(string? Role, string Instance, string? Version)
{
    public static Resource Of(BaseProvider? provider)
    {
        var attributes = (provider?.GetResource().Attributes ?? []).ToFrozenDictionary(
            attribute => attribute.Key, attribute => Convert.ToString(attribute.Value, CultureInfo.InvariantCulture));
        var name = attributes.GetValueOrDefault("service.name");
        return new(
            attributes.GetValueOrDefault("service.namespace") is { Length: > 0 } space ? $"[{space}]/{name}" : name,
            attributes.GetValueOrDefault("service.instance.id") ?? Environment.MachineName,
            attributes.GetValueOrDefault("service.version"));
    }
}
