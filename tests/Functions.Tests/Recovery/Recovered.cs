using System.Diagnostics.Metrics;

namespace Interactions.Functions.Tests.Recovery;

/// <summary>How many messages were counted as recovered by what is called from here, whatever other tests do meanwhile.</summary>
internal sealed class Recovered : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly AsyncLocal<bool> _isHere = new() { Value = true };
    private long _count;

    public Recovered()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "Interactions", Name: "interactions.inbound.recovered" })
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, more, _, _) =>
        {
            if (_isHere.Value)
                Interlocked.Add(ref _count, more);
        });
        _listener.Start();
    }

    public long Count => Interlocked.Read(ref _count);

    public void Dispose() => _listener.Dispose();
}
