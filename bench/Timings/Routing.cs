using BenchmarkDotNet.Attributes;
using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Routing;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Queues;

namespace Interactions.Bench.Timings;

/// <summary>
/// An agent becomes free and is offered whoever waits longest: from the wake to the stored offer, on tables in memory. Those who are
/// served came as everybody does; behind them wait rows to which nobody gets.
/// </summary>
[InvocationCount(Invocations, 1), WarmupCount(60), IterationCount(60)]
public class Routing : IDisposable
{
    private const int Invocations = 8;
    private const int Agents = 1_200;

    private readonly Queue<Wake.Serve> _wakes = new();
    private Product _product = null!;
    private Policy _policy = null!;
    private int _customers;
    private int _agents;
    private AgentId _served;

    [Params(10, 1_000, 100_000)]
    public int Waiting { get; set; }

    [GlobalSetup]
    public void Prepare() => TimingRun.Await(PrepareAsync());

    [IterationSetup]
    public void Refill() => TimingRun.Await(RefillAsync());

    [Benchmark]
    public Task One_assignment()
    {
        var wake = _wakes.Dequeue();
        _served = wake.Agent;
        return _product.The<Returns>().ServeAsync(wake, attempt: 0, CancellationToken.None);
    }

    /// <summary>Nobody is measured who did nothing.</summary>
    [IterationCleanup]
    public void Check()
    {
        var last = TimingRun.Await(_product.The<DeskStore>().FindAsync(_served, CancellationToken.None));
        if (last.Desk.Load.Messaging != 1)
            throw new InvalidOperationException("The agent was offered nobody.");
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _product.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task PrepareAsync()
    {
        _product = Product.On(await Product.TablesAsync(Agents));
        _policy = await _product.The<PolicySource>().CurrentAsync(CancellationToken.None);
        var touch = Stories.Waiting(Address.Parse(SignedForm.Customer(0)), _policy).Touches.OfType<IndexTouch.Waiting>().Single();
        for (var place = Invocations; place < Waiting; place++)
        {
            var id = new InteractionId(touch.Interaction.Id.Profile, 1_000 + place);
            var behind = touch.Place with { Since = touch.Place.Since.AddDays(1).AddTicks(place), Id = id };
            await _product.The<QueueStore>().ShowAsync(new(behind, touch.Interaction with { Id = id }, touch.Version), CancellationToken.None);
        }
    }

    private async Task RefillAsync()
    {
        for (var place = 0; place < Invocations; place++)
        {
            var customer = Address.Parse($"+1{200 + (_customers / 100)}55501{_customers++ % 100:D2}");
            var order = Stories.Text(customer, "SM1");
            if (await _product.The<CommitLoop>().HandleAsync(ProfileId.Of(customer), order, CancellationToken.None) is not Decision.Changed)
                throw new InvalidOperationException("The customer does not wait.");

            var agent = AgentId.Parse(Configuration.Agent(++_agents));
            var desks = _product.The<DeskStore>();
            var before = await desks.FindAsync(agent, CancellationToken.None);
            await desks.ReplaceAsync(before, before.Desk.Is(Presence.Ready, DateTimeOffset.UtcNow), CancellationToken.None);
            _wakes.Enqueue(new Wake.Serve(agent, null, Version: 0));
        }
    }
}
