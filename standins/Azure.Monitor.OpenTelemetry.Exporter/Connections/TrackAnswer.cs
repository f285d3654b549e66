using System.Text.Json;

namespace Azure.Monitor.OpenTelemetry.Exporter.Connections;

/// <summary>What the service says of a request that it took in whole (200) or in part (206).</summary>
internal static class TrackAnswer
{
    public static int Accepted(BinaryData content, int sent)
    {
        if (content.ToMemory().IsEmpty) return sent;
        using var answer = JsonDocument.Parse(content);
        return answer.RootElement.TryGetProperty("itemsAccepted", out var accepted) ? accepted.GetInt32() : sent;
    }
}
