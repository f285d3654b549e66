using System.Diagnostics.Metrics;

namespace Interactions.Functions.Tests.Intake;

/// <summary>
/// How many status callbacks this process counted as unknown. Other tests count into the same meter: more than expected proves
/// nothing, fewer does.
/// </summary>
internal sealed class CallbacksCounted : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _count;

    public CallbacksCounted()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "Interactions", Name: "interactions.status.unknown" })
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, more, _, _) => Interlocked.Add(ref _count, more));
        _listener.Start();
    }

    public long Count => Interlocked.Read(ref _count);

    public void Dispose() => _listener.Dispose();
}
