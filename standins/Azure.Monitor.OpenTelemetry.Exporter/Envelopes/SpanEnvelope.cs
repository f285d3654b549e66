using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Azure.Monitor.OpenTelemetry.Exporter.Connections;

namespace Azure.Monitor.OpenTelemetry.Exporter.Envelopes;

/// <summary>A span that answers somebody is a request; every other is something that the process depended on.</summary>
internal static class SpanEnvelope
{
    public static void Write(Utf8JsonWriter json, Ingestion ingestion, Resource resource, Activity span)
    {
        var isRequest = span.Kind is ActivityKind.Server or ActivityKind.Consumer;
        var envelope = ingestion.Envelope(isRequest ? "Request" : "RemoteDependency", span.StartTimeUtc, resource);
        envelope.Write(
            json,
            isRequest ? "RequestData" : "RemoteDependencyData",
            tags =>
            {
                tags.WriteString("ai.operation.id", span.TraceId.ToHexString());
                if (span.ParentSpanId != default) tags.WriteString("ai.operation.parentId", span.ParentSpanId.ToHexString());
                if (isRequest) tags.WriteString("ai.operation.name", span.DisplayName);
            },
            data =>
            {
                data.WriteString("id", span.SpanId.ToHexString());
                data.WriteString("name", span.DisplayName);
                data.WriteString("duration", span.Duration.ToString("c", CultureInfo.InvariantCulture));
                data.WriteBoolean("success", Succeeded(span, isRequest));
                if (isRequest) WriteRequest(data, span);
                else WriteDependency(data, span);
                WriteProperties(data, span);
            });
    }

    private static void WriteRequest(Utf8JsonWriter json, Activity span)
    {
        json.WriteString("responseCode", Tag(span, "http.response.status_code") ?? "0");
        Envelope.Text(json, "url", Tag(span, "url.full") ?? Tag(span, "url.path"));
    }

    private static void WriteDependency(Utf8JsonWriter json, Activity span)
    {
        json.WriteString("resultCode", Tag(span, "http.response.status_code") ?? "0");
        Envelope.Text(json, "type", TypeOf(span));
        Envelope.Text(json, "target", Tag(span, "server.address") ?? Tag(span, "messaging.destination.name"));
        Envelope.Text(json, "data", Tag(span, "url.full") ?? Tag(span, "db.query.text"));
    }

    private static string? TypeOf(Activity span) =>
        span.Kind is ActivityKind.Internal ? "InProc"
        : Tag(span, "http.request.method") is not null ? "Http"
        : span.Kind is ActivityKind.Producer ? $"Queue Message | {Tag(span, "messaging.system")}"
        : Tag(span, "messaging.system") ?? Tag(span, "db.system.name") ?? Tag(span, "db.system");

    private static bool Succeeded(Activity span, bool isRequest) => span.Status switch
    {
        ActivityStatusCode.Ok => true,
        ActivityStatusCode.Error => false,
        _ => !isRequest || !int.TryParse(Tag(span, "http.response.status_code"), CultureInfo.InvariantCulture, out var code) || code < 400,
    };

    private static void WriteProperties(Utf8JsonWriter json, Activity span)
    {
        json.WriteStartObject("properties");
        foreach (var (key, value) in span.EnumerateTagObjects()) Properties.Write(json, key, value);
        if (span.Links.Any()) Properties.Write(json, "_MS.links", Links(span));
        json.WriteEndObject();
    }

    private static string Links(Activity span) =>
        $"[{string.Join(',', span.Links.Select(link => $$"""{"operation_Id":"{{link.Context.TraceId}}","id":"{{link.Context.SpanId}}"}"""))}]";

    private static string? Tag(Activity span, string key) =>
        span.GetTagItem(key) is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
}
