using System.Buffers;
using System.Text.Json;

namespace Azure.Monitor.OpenTelemetry.Exporter.Envelopes;

/// <summary>One envelope a line.</summary>
internal sealed class EnvelopeStream
{
    private readonly ArrayBufferWriter<byte> _lines = new();

    public int Count { get; private set; }

    public ReadOnlyMemory<byte> Written => _lines.WrittenMemory;

    public void Add(Action<Utf8JsonWriter> envelope)
    {
        if (Count > 0) _lines.Write("\n"u8);
        using var json = new Utf8JsonWriter(_lines);
        envelope(json);
        Count++;
    }
}
