using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Sweep;

/// <summary>
/// Between any two calls the process may be gone, with or without the last call's effect, and with it everything that was on the bus.
/// Two sweeps later whatever is shown anywhere is so.
/// </summary>
[TakesLong]
public sealed class When_the_process_dies_and_nobody_hears_of_it
{
    private static readonly Dictionary<string, Func<Stage, Task<Func<Task>>>> Acts = new()
    {
        ["a first message"] = stage => Task.FromResult<Func<Task>>(() =>
            stage.Silence.WaitAsync(stage.Customer.TextsAsync(stage.Silence.App, "Hello", to: stage.Team.Number))),
        ["an offer"] = Ordered(stage => stage.WaitsAsync(), (stage, id) => new MakeOffer(id, QueueId.Parse(stage.Team.Queue), stage.Agent)),
        ["a claim"] = Ordered(stage => stage.WaitsAsync(), (stage, id) => new Claim(id, stage.Agent)),
        ["an acceptance"] = Ordered(stage => stage.OfferedAsync(), (stage, id) => new AcceptOffer(id, stage.Agent)),
        ["a decline"] = Ordered(stage => stage.OfferedAsync(), (stage, id) => new DeclineOffer(id, stage.Agent)),
        ["a hold that makes room"] = Ordered(stage => stage.ActiveAsync(), (stage, id) => new Hold(stage.By, id, StateReason.WaitingOnCustomer)),
        ["a transfer to the queue"] = Ordered(stage => stage.ActiveAsync(), (stage, id) => new TransferToQueue(stage.By, id, QueueId.Parse(stage.Team.Queue))),
        ["a transfer to a colleague"] = Ordered(stage => stage.ActiveAsync(), (stage, id) => new TransferToAgent(stage.By, id, stage.Colleague)),
        ["an end"] = Ordered(
            stage => stage.ActiveAsync(), (stage, id) => new End(stage.By, id, Outcome.Resolved) { ShortDescription = "A question" }),
        ["a sweep"] = async stage =>
        {
            await stage.OfferedAsync();
            stage.Silence.Clock.Pass(TimeSpan.FromMinutes(2));
            return stage.Silence.SweepAsync;
        },
    };

    private const string Queue = """
        "wrapUpForSeconds":null,"holdsFreeCapacity":true,"abandonAfterSeconds":null
        """;

    public static TheoryData<string, bool> Names => Stories.InMemoryAnd("a claim", Acts.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Two_sweeps_set_it_right(string name, bool onEmulator)
    {
        await using var silence = await Silence.OpenAsync(onEmulator: onEmulator);
        var team = await silence.TeamAsync(agents: 2, queue: Queue, agent: """{"capacity":{"messaging":1000}}""");
        await silence.SweepAsync();
        var undisturbed = await RunAsync(new Stage(silence, team), name, int.MaxValue, afterEffect: false);
        Assert.NotEmpty(undisturbed);

        var died = new Dictionary<ProfileId, string>();
        for (var call = 0; call < undisturbed.Count; call++)
        {
            foreach (var afterEffect in (bool[])[false, true])
            {
                var stage = new Stage(silence, team);
                await RunAsync(stage, name, call, afterEffect);
                died[stage.Customer.Profile] = $"{(afterEffect ? "after" : "before")} call {call} of {string.Join(", ", undisturbed)}";
            }
        }

        await silence.PassAsync(minutes: 2);

        Assert.Empty((await silence.DisagreementsAsync()).Select(wrong => $"{died.FirstOrDefault(each => wrong.Contains(each.Key.Value, StringComparison.Ordinal)).Value}: {wrong}"));
        Assert.Equal(0, (await silence.SweepAsync()).Failed);
    }

    private static async Task<IReadOnlyList<string>> RunAsync(Stage stage, string name, int diesAt, bool afterEffect)
    {
        var silence = stage.Silence;
        var act = await Acts[name](stage);
        silence.Calls.DieAt(diesAt, afterEffect);
        try
        {
            await act();
        }
        catch (Exception gone) when (Outage.Is(gone))
        {
            // The process is dead: whatever it was doing, nobody hears of it.
        }

        var made = silence.Calls.Made;
        silence.Calls.Revive();
        return made;
    }

    private static Func<Stage, Task<Func<Task>>> Ordered(
        Func<Stage, Task<InteractionId>> before, Func<Stage, InteractionId, InteractionCommand> order) => async stage =>
        {
            var id = await before(stage);
            return () => stage.OrderAsync(order(stage, id));
        };

    private sealed class Stage(Silence silence, Team team)
    {
        public Silence Silence => silence;

        public Team Team => team;

        public Customer Customer { get; } = new();

        public AgentId Agent => AgentId.Parse(team.Agents[0]);

        public Actor By => Actor.Of(Agent);

        public AgentId Colleague => AgentId.Parse(team.Agents[1]);

        public Task<Decision> OrderAsync(InteractionCommand command) => silence.WaitAsync(silence.Get<CommitLoop>().HandleAsync(command.Id.Profile, command, default));

        public async Task<InteractionId> WaitsAsync()
        {
            foreach (var agent in team.Agents)
                await silence.WaitAsync(new Seat(silence.App, agent).IsAsync("ready"));
            return await silence.WaitAsync(team.CustomerWaitsAsync(silence.App, Customer));
        }

        public async Task<InteractionId> OfferedAsync()
        {
            var id = await WaitsAsync();
            await silence.DoAsync(new MakeOffer(id, QueueId.Parse(team.Queue), Agent));
            return id;
        }

        public async Task<InteractionId> ActiveAsync()
        {
            var id = await WaitsAsync();
            await silence.DoAsync(new Claim(id, Agent));
            return id;
        }
    }
}
