using Azure.Messaging.ServiceBus;
using Interactions.Functions.Webhooks;
using Interactions.Memory;
using Interactions.Simulation.Chance;
using Interactions.Simulation.Cloud;
using Interactions.Simulation.Telling;
using Interactions.Simulation.Time;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Simulation.Apps;

/// <summary>One process of the product. It may die at any moment, and nothing of what it was doing goes on then.</summary>
internal sealed class Instance : IDisposable
{
    private readonly Schedule _schedule;
    private readonly Chronicle _chronicle;
    private readonly Course _course;
    private readonly IServiceProvider _services;
    private readonly Dictionary<Type, object> _functions = [];
    private readonly CancellationTokenSource _stopping = new();
    private bool _isOpen = true;
    private readonly Life _life = new();

    public Instance(string name, Schedule schedule, MemoryTables tables, Bus bus, Carrier carrier, Skies skies, Climate climate, Dice dice, Chronicle chronicle)
    {
        (Name, _schedule, _chronicle) = (name, schedule, chronicle);
        _course = new Course(schedule, _life);
        var skew = climate.IsAlways(Ill.Skew) ? dice.Between(TimeSpan.FromSeconds(-2), TimeSpan.FromSeconds(2)) : TimeSpan.Zero;
        if (skew != TimeSpan.Zero)
            chronicle.Suffered(Ill.Skew, name);
        var storage = Storage.Way(skies);
        var network = new Network(schedule, _course, climate, dice, chronicle, Crash);
        _services = Blueprint.Build(
            new InstanceClock(schedule, _course, skew),
            tables.By((call, act, cancellationToken) => new(network.PassAsync(storage, call, () => Do(act), cancellationToken))),
            new BusClient(bus, network, skies),
            new CarrierClient(carrier, network, skies),
            new Lifetime(_stopping.Token),
            chronicle.Tells ? new RecordedLogs(chronicle, name) : null);
    }

    public string Name { get; }

    /// <summary>Told when it dies.</summary>
    public event Action? Died;

    public bool IsAlive => !_life.IsOver;

    /// <summary>Whether it takes on anything new.</summary>
    public bool IsOpen => IsAlive && _isOpen;

    /// <summary>Whether another has taken its place already, or is about to.</summary>
    public bool IsReplaced => !_isOpen;

    /// <summary>How much it is at.</summary>
    public int Busy { get; private set; }

    public void Crash(string where)
    {
        if (_life.IsOver)
            return;
        _chronicle.Tell($"{Name} dies {where}");
        _life.End();
        Died?.Invoke();
    }

    /// <summary>It is to end and may finish what it does, so long.</summary>
    public void Stop(TimeSpan grace)
    {
        _chronicle.Tell($"{Name} stops");
        _isOpen = false;
        _course.Now(_stopping.Cancel);
        _schedule.World.After(grace, () => Crash("after stopping"));
    }

    /// <summary>Whoever sends it may hang up; nothing comes back from the dead.</summary>
    public void Ask(HttpCall call, Action<HttpReply> answered, CancellationToken hangingUp) => Begin(
        call.Function, async () => await call.SendAsync(_services, FunctionOf(call.Function), hangingUp), answered, fault => answered(Failed(call, fault)));

    public void HangUp(CancellationTokenSource whoever) => _course.Now(whoever.Cancel);

    public void Handle(string function, ServiceBusReceivedMessage message, Action<Exception?> settled) =>
        Begin(function, () => Catalog.Find(function).Call(FunctionOf(function), message, _stopping.Token), settled);

    public void Tick(string function, Action<Exception?> done) =>
        Begin(function, () => Catalog.Find(function).Call(FunctionOf(function), new TimerInfo(), _stopping.Token), done);

    public void Dispose()
    {
        // Its timer is a real one. What else there is to be disposed of awaits what will not happen any more.
        _services.GetRequiredService<Flood>().Dispose();
        _stopping.Dispose();
    }

    private void Begin(string function, Func<Task> act, Action<Exception?> done) => Begin<object?>(
        function,
        async () =>
        {
            await act();
            return null;
        },
        _ => done(null),
        done);

    private void Begin<T>(string function, Func<Task<T>> act, Action<T> done, Action<Exception> failed) =>
        _course.Now(() => _ = RunAsync(function, act, done, failed));

    private async Task RunAsync<T>(string function, Func<Task<T>> act, Action<T> done, Action<Exception> failed)
    {
        var errand = new Errand(function);
        errand.Begin();
        Busy++;
        try
        {
            var result = await act();
            _chronicle.Finish(errand);
            _schedule.World.Now(() => done(result));
        }
        catch (Exception fault) when (fault is not LawBrokenException)
        {
            _chronicle.Tell($"{Name} {function} throws {fault.GetType().Name}: {fault.Message}");
            _schedule.World.Now(() => failed(fault));
        }
        finally
        {
            Busy--;
        }
    }

    private HttpReply Failed(HttpCall call, Exception fault) => fault is OperationCanceledException
        ? new HttpReply(499, [], null)
        : throw new LawBrokenException($"{call.Function} answered nothing but {fault}");

    // In memory it is done at once.
    private static void Do(Func<ValueTask> act)
    {
        var done = act();
        if (!done.IsCompletedSuccessfully)
            throw new InvalidOperationException("Tables in memory answer at once.");
    }

    private object FunctionOf(string name)
    {
        var type = Catalog.Find(name).Type;
        if (!_functions.TryGetValue(type, out var function))
            _functions[type] = function = ActivatorUtilities.CreateInstance(_services, type);
        return function;
    }
}
