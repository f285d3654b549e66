using Azure.Data.Tables;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Sweep;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Simulator;

namespace Interactions.Functions.Tests.Sweep;

/// <summary>Another sweep, too much to do, something that cannot be mended, or a bus that does not even take anything.</summary>
public sealed class When_sweeps_meet_something
{
    private const string Brief = """
        "abandonAfterSeconds":600
        """;

    [Fact]
    public async Task Two_at_once_do_everything_once()
    {
        await using var silence = await Silence.OpenAsync(onEmulator: true);
        var due = await WaitingAsync(silence, await silence.TeamAsync(queue: Brief), 30);
        silence.Clock.Pass(TimeSpan.FromMinutes(11));

        var sweeping = silence.Get<Sweeping>();
        var both = await silence.WaitAsync(Task.WhenAll(sweeping.RunAsync(default), sweeping.RunAsync(default)));

        Assert.All(both, swept => Assert.Equal(0, swept.Failed));
        foreach (var id in due)
            Assert.Single(await LogAsync(silence, id), entry => entry.Fact is Closed);
        Assert.Equal(due.Count, (await silence.SweepAsync()).Repaired["overdue"]);
        Assert.Empty(await silence.DisagreementsAsync());
    }

    [Fact]
    public async Task One_that_runs_out_of_time_is_gone_on_with_where_it_ended()
    {
        await using var silence = await Silence.OpenAsync();
        var due = await WaitingAsync(silence, await silence.TeamAsync(queue: Brief), 40);
        silence.Clock.Pass(TimeSpan.FromMinutes(11));

        // Each customer takes a minute: three or four parts at once, and no more.
        silence.Calls.Meet(async (name, call) =>
        {
            if (name == "GET Conversations")
                silence.Clock.Pass(TimeSpan.FromMinutes(1));
            await call();
        });
        var ends = new List<string?>();
        do
            ends.Add((await silence.SweepAsync()).After);
        while (ends[^1] is not null && ends.Count < 30);
        var ready = await silence.WaitAsync(silence.App.GetAsync("/api/ready"));
        silence.Calls.MeetNobody();

        Assert.InRange(ends.Count, 3, 29);
        Assert.Equal(ends[..^1].Distinct(), ends[..^1]);
        Assert.True((bool)ready["sweep"]!["isWhole"]!);
        foreach (var id in due)
            Assert.Equal(InteractionState.ClosedAbandoned, (await silence.InteractionAsync(id)).State);
    }

    [Fact]
    public async Task What_cannot_be_mended_is_counted_and_keeps_nobody_waiting()
    {
        await using var silence = await Silence.OpenAsync();
        var due = await WaitingAsync(silence, await silence.TeamAsync(queue: Brief), 10);
        var heads = silence.App.Settings.Tables.GetTableClient(TableNames.Conversations);
        var key = Keys.Head(due[0].Profile);
        await heads.UpsertEntityAsync(new TableEntity(key.Partition, key.Row) { ["Data"] = "{" }, TableUpdateMode.Replace);
        silence.Clock.Pass(TimeSpan.FromMinutes(11));

        var swept = await silence.SweepAsync();

        Assert.Equal((1, 9L), (swept.Failed, swept.Repaired["overdue"]));
        var ready = await silence.WaitAsync(silence.App.GetAsync("/api/ready"));
        Assert.Equal(1, (int)ready["sweep"]!["failed"]!);
    }

    [Fact]
    public async Task A_bus_that_takes_nothing_stops_neither_timers_nor_routing()
    {
        await using var silence = await Silence.OpenAsync();
        var team = await silence.TeamAsync(queue: """
            "wrapUpForSeconds":60,"offerForSeconds":60,"autoAccept":true
            """);
        var standing = new Standing(silence, team);
        var (wrappingUp, waiting) = (await standing.WrappingUpAsync(), await standing.WaitsAsync());
        await silence.WaitAsync(team.Seat(silence.App).IsAsync("ready"));
        silence.Calls.Meet((name, call) => name.StartsWith("bus", StringComparison.Ordinal) ? throw Calls.Fault(name) : call());
        await silence.PassAsync(minutes: 3);

        Assert.Equal(InteractionState.ClosedComplete, (await silence.InteractionAsync(wrappingUp)).State);
        Assert.Equal(AgentId.Parse(team.Agents[0]), (await silence.InteractionAsync(waiting)).AssignedTo);
        Assert.Empty(await silence.DisagreementsAsync());
    }

    [Fact]
    public async Task What_is_said_in_the_end_is_said_although_the_bus_takes_nothing()
    {
        PhoneSimulator? phones = null;
        await using var silence = await Silence.OpenAsync(async clock => phones = await PhoneSimulator.StartAsync(new SimulatorOptions { TimeProvider = clock }));
        var team = await silence.TeamAsync(queue: """
            "abandonAfterSeconds":600,"abandonedText":"Nobody had time. Sorry."
            """);
        phones!.Add(new SimulatorNumber(team.Number));
        var id = await silence.WaitAsync(team.CustomerWaitsAsync(silence.App));
        silence.Calls.Meet((name, call) => name.StartsWith("bus", StringComparison.Ordinal) ? throw Calls.Fault(name) : call());

        silence.Clock.Pass(TimeSpan.FromMinutes(10));
        await silence.PassAsync(minutes: 4);

        Assert.Equal(InteractionState.ClosedAbandoned, (await silence.InteractionAsync(id)).State);
        Assert.Single(phones.Messages, message => message.Body == "Nobody had time. Sorry.");
        await silence.WaitAsync(phones.DisposeAsync().AsTask());
    }

    [Fact]
    public async Task A_reply_whose_wake_never_came_goes_out_when_its_interaction_is_looked_at()
    {
        PhoneSimulator? phones = null;
        await using var silence = await Silence.OpenAsync(async clock => phones = await PhoneSimulator.StartAsync(new SimulatorOptions { TimeProvider = clock }));
        var team = await silence.TeamAsync();
        phones!.Add(new SimulatorNumber(team.Number));
        await new Standing(silence, team).AnsweredAsync();
        Assert.DoesNotContain(phones.Messages, message => !message.IsInbound);

        // While an interaction is active, it is looked at every quarter of an hour.
        await silence.PassAsync(minutes: 17);

        Assert.Single(phones.Messages, message => message.Body == "How can I help?");
        var swept = await silence.SweepAsync();
        Assert.Equal(1, swept.Repaired["unsent"]);
        await silence.WaitAsync(phones.DisposeAsync().AsTask());
    }

    private static async Task<IReadOnlyList<InteractionId>> WaitingAsync(Silence silence, Team team, int count)
    {
        var ids = new List<InteractionId>();
        for (var n = 0; n < count; n++)
            ids.Add(await silence.WaitAsync(team.CustomerWaitsAsync(silence.App)));
        return ids;
    }

    private static Task<IReadOnlyList<LogEntry>> LogAsync(Silence silence, InteractionId id) =>
        silence.WaitAsync(silence.Get<ConversationStore>().ReadLogAsync(id.Profile, 1, long.MaxValue, default));
}
