using System.Text.Json;

namespace Azure.Monitor.OpenTelemetry.Exporter.Envelopes;

/// <summary>What stands around the data of each item.</summary>
internal sealed record Envelope(string InstrumentationKey, string Name, DateTime Time, Resource Resource)
{
    public void Write(Utf8JsonWriter json, string baseType, Action<Utf8JsonWriter> tags, Action<Utf8JsonWriter> data)
    {
        json.WriteStartObject();
        json.WriteNumber("ver", 1);
        json.WriteString("name", Name);
        json.WriteString("time", Time);
        json.WriteNumber("sampleRate", 100);
        json.WriteString("iKey", InstrumentationKey);
        json.WriteStartObject("tags");
        Text(json, "ai.cloud.role", Resource.Role);
        Text(json, "ai.cloud.roleInstance", Resource.Instance);
        Text(json, "ai.application.ver", Resource.Version);
        tags(json);
        json.WriteEndObject();
        json.WriteStartObject("data");
        json.WriteString("baseType", baseType);
        json.WriteStartObject("baseData");
        json.WriteNumber("ver", 2);
        data(json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) json.WriteString(name, value);
    }
}
