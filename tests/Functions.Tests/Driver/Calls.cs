using Azure;
using Azure.Messaging.ServiceBus;

namespace Interactions.Functions.Tests.Driver;

/// <summary>
/// Every call that an app makes to storage and to the bus passes here: it is counted, and the process can be made to die at one.
/// Reading the configuration is not counted, which happens by the clock.
/// </summary>
internal sealed class Calls
{
    private readonly Lock _gate = new();
    private readonly List<string> _made = [];
    private int _diesAt = int.MaxValue;
    private bool _afterEffect;
    private bool _isDead;
    private volatile Func<string, Func<ValueTask>, ValueTask>? _meets;
    private long _begun;
    private long _ended;

    public IReadOnlyList<string> Made
    {
        get
        {
            lock (_gate)
                return [.. _made];
        }
    }

    /// <summary>How many calls there ever were, and of how many it is known what came of them.</summary>
    public (long Begun, long Ended) Passed => (Interlocked.Read(ref _begun), Interlocked.Read(ref _ended));

    public void Forget()
    {
        lock (_gate)
            _made.Clear();
    }

    /// <summary>From the call of that place on, counted from here, nothing goes through any more; that one itself may have its effect.</summary>
    public void DieAt(int call, bool afterEffect)
    {
        lock (_gate)
        {
            _made.Clear();
            (_diesAt, _afterEffect, _isDead) = (call, afterEffect, false);
        }
    }

    public void Revive() => DieAt(int.MaxValue, afterEffect: false);

    /// <summary>Has each call pass there too, which may let it have its effect, fail, or do something else first.</summary>
    public void Meet(Func<string, Func<ValueTask>, ValueTask> way) => _meets = way;

    public void MeetNobody() => _meets = null;

    /// <summary>A fault of that call.</summary>
    public static Exception Fault(string name) => Lost(name);

    public async ValueTask PassAsync(string name, Func<ValueTask> call)
    {
        Interlocked.Increment(ref _begun);
        try
        {
            await MakeAsync(name, call);
        }
        finally
        {
            Interlocked.Increment(ref _ended);
        }
    }

    private static Exception Lost(string name) => name.StartsWith("bus", StringComparison.Ordinal)
        ? new ServiceBusException("No answer.", ServiceBusFailureReason.ServiceCommunicationProblem)
        : new RequestFailedException(0, "No answer.");

    private async ValueTask MakeAsync(string name, Func<ValueTask> call)
    {
        var (met, onward) = (_meets, call);
        if (met is not null)
            call = () => met(name, onward);

        bool isLast;
        lock (_gate)
        {
            if (_isDead)
                throw Lost(name);
            isLast = _made.Count == _diesAt;
            _isDead = isLast;
            _made.Add(name);
        }

        if (!isLast || _afterEffect)
            await call();
        if (isLast)
            throw Lost(name);
    }
}
