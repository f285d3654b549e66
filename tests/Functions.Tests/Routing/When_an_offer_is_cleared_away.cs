using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Functions.Routing;
using Interactions.Functions.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Routing;

/// <summary>Whoever ended an offer did not come to taking it off the agent's desk, so the router does, and may come late or early.</summary>
public sealed class When_an_offer_is_cleared_away
{
    private static readonly TimeSpan Offered = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Who_declined_at_the_last_moment_stays_ready()
    {
        var clock = new MovableClock();
        await using var set = await OfferedAsync(clock);
        clock.Pass(Offered - TimeSpan.FromMilliseconds(50));
        var ended = await LeftBehindAsync(set, new DeclineOffer(set.Id, Interruption.Agent));
        clock.Pass(TimeSpan.FromMilliseconds(60));

        await ClearAsync(set, ended.Wakes.OfType<Wake.Serve>().Single(), clock);

        var desk = await set.DeskAsync();
        Assert.Equal((0, Presence.Ready, false), (desk.Items.Count, desk.Stored.Desk.Presence, desk.Stored.Desk.MissedOffer));
    }

    [Fact]
    public async Task Who_was_asked_by_a_process_that_died_stays_ready()
    {
        var clock = new MovableClock();
        await using var set = await Interruption.SetUpAsync(routes: false, clock);
        var isDead = false;
        set.Calls.Meet(async (name, call) =>
        {
            if (isDead)
                throw new InvalidOperationException("Gone.");
            await call();
            isDead = name == "BATCH Agents";
        });
        await Assert.ThrowsAnyAsync<Exception>(() => set.LoopAsync(new MakeOffer(set.Id, Interruption.Queue, Interruption.Agent)));
        set.Calls.MeetNobody();
        Assert.NotNull((await set.DeskAsync()).Find(set.Id));
        clock.Pass(TimeSpan.FromMinutes(2));

        await ClearAsync(set, new Wake.Serve(Interruption.Agent, null, 0), clock);

        var desk = await set.DeskAsync();
        Assert.Equal((0, Presence.Ready, false), (desk.Items.Count, desk.Stored.Desk.Presence, desk.Stored.Desk.MissedOffer));
    }

    [Fact]
    public async Task Who_let_it_pass_is_not_ready_also_where_the_clock_of_whoever_looks_is_late()
    {
        var clock = new MovableClock();
        await using var set = await OfferedAsync(clock);
        clock.Pass(Offered);
        var ended = await LeftBehindAsync(set, new FireTimers(set.Id));

        await ClearAsync(set, ended.Wakes.OfType<Wake.Serve>().Single(), new LateClock(clock));

        var desk = await set.DeskAsync();
        Assert.Equal((0, Presence.NotReady, true), (desk.Items.Count, desk.Stored.Desk.Presence, desk.Stored.Desk.MissedOffer));
    }

    [Fact]
    public async Task That_it_was_let_pass_travels_with_the_wake()
    {
        await using var set = await Interruption.SetUpAsync();
        await set.LoopAsync(new MakeOffer(set.Id, Interruption.Queue, Interruption.Agent));
        var freed = 0;
        set.Calls.Meet((name, call) => name == "BATCH Agents" && Interlocked.Increment(ref freed) == 1 ? throw Calls.Fault(name) : call());

        var desk = await Eventually.Is(set.DeskAsync, desk => desk.Items.Count == 0);

        Assert.Equal((0, Presence.NotReady, true), (desk.Items.Count, desk.Stored.Desk.Presence, desk.Stored.Desk.MissedOffer));
    }

    private static async Task<Interruption> OfferedAsync(TimeProvider clock)
    {
        var set = await Interruption.SetUpAsync(routes: false, clock);
        Assert.IsType<Decision.Changed>(await set.LoopAsync(new MakeOffer(set.Id, Interruption.Queue, Interruption.Agent)));
        return set;
    }

    private static async Task<Decision.Changed> LeftBehindAsync(Interruption set, InteractionCommand command)
    {
        set.Calls.Meet((name, call) => name == "BATCH Agents" ? throw Calls.Fault(name) : call());
        var decision = await set.LoopAsync(command);
        set.Calls.MeetNobody();
        Assert.NotNull((await set.DeskAsync()).Find(set.Id));
        return Assert.IsType<Decision.Changed>(decision);
    }

    private static Task<Cleared> ClearAsync(Interruption set, Wake.Serve wake, TimeProvider clock) =>
        ActivatorUtilities.CreateInstance<Clearing>(set.App.Services, clock).ClearAsync(wake, default);

    private sealed class LateClock(TimeProvider clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow().AddSeconds(-5);
    }
}
