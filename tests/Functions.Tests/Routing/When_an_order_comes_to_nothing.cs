using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Routing;

/// <summary>
/// Room is taken with an agent, and then something fails for good. Nobody else says anything of this agent: they
/// have to be asked again all the same, and nothing may stay on their desk.
/// </summary>
[TakesLong]
public sealed class When_an_order_comes_to_nothing
{
    private const string Reserving = "BATCH Agents";
    private const string Committing = "BATCH Conversations";

    private static readonly TimeSpan Overdue = Reservations.Overdue;

    [Fact]
    public async Task The_room_is_there_again_at_once_where_nobody_could_be_told()
    {
        await using var set = await Interruption.SetUpAsync();
        Once(set, name => name.StartsWith("bus", StringComparison.Ordinal));

        await Assert.ThrowsAnyAsync<Exception>(() => OfferAsync(set));

        await IsOfferedAsync(set, atOnce: true);
    }

    [Fact]
    public async Task The_room_is_there_again_at_once_where_somebody_was_faster_and_then_nobody_could_be_told()
    {
        await using var set = await Interruption.SetUpAsync();
        var (commits, fails) = (0, false);
        set.Calls.Meet(async (name, call) =>
        {
            if (name == Committing && Interlocked.Increment(ref commits) == 1)
            {
                await set.WritesAsync();
                fails = true;
            }
            else if (fails && name.StartsWith("bus", StringComparison.Ordinal))
            {
                fails = false;
                throw Calls.Fault(name);
            }

            await call();
        });

        await Assert.ThrowsAnyAsync<Exception>(() => OfferAsync(set));

        await IsOfferedAsync(set, atOnce: true);
    }

    [Fact]
    public async Task The_room_is_there_again_where_whoever_ordered_gave_up_while_it_was_taken()
    {
        await using var set = await Interruption.SetUpAsync();
        using var gaveUp = new CancellationTokenSource();
        Once(set, name => name == Reserving, afterEffect: true, gaveUp.Cancel);

        await Assert.ThrowsAnyAsync<Exception>(() => ClaimAsync(set, gaveUp.Token));

        await IsOfferedAsync(set, atOnce: true);
    }

    [Fact]
    public async Task The_room_stays_taken_for_a_minute_where_it_may_be_stored_yet()
    {
        await using var set = await Interruption.SetUpAsync();
        set.Calls.Meet((name, call) => name == Committing ? throw Calls.Fault(name) : call());

        await Assert.ThrowsAnyAsync<Exception>(() => ClaimAsync(set));
        set.Calls.MeetNobody();

        Assert.NotNull((await set.DeskAsync()).Find(set.Id));
        await IsOfferedAsync(set, atOnce: false);
    }

    [Fact]
    public async Task It_stays_theirs_where_it_was_stored_and_nobody_heard_of_it()
    {
        await using var set = await Interruption.SetUpAsync();
        using var gaveUp = new CancellationTokenSource();
        Once(set, name => name == Committing, afterEffect: true, gaveUp.Cancel);

        await Assert.ThrowsAnyAsync<Exception>(() => ClaimAsync(set, gaveUp.Token));

        Assert.Equal(Interruption.Agent, (await set.InteractionAsync()).AssignedTo);
        Assert.NotNull((await set.DeskAsync()).Find(set.Id));
    }

    private static Task<Decision> OfferAsync(Interruption set) => set.LoopAsync(new Assign(new Actor(ActorKind.Supervisor), set.Id, Interruption.Agent, Forced: false));

    private static Task<Decision> ClaimAsync(Interruption set, CancellationToken cancellationToken = default) =>
        set.LoopAsync(new Claim(set.Id, Interruption.Agent), cancellationToken);

    private static void Once(Interruption set, Func<string, bool> fails, bool afterEffect = false, Action? then = null)
    {
        var failed = 0;
        set.Calls.Meet(async (name, call) =>
        {
            var isIt = fails(name) && Interlocked.Exchange(ref failed, 1) == 0;
            if (!isIt || afterEffect)
                await call();
            if (!isIt)
                return;
            then?.Invoke();
            throw Calls.Fault(name);
        });
    }

    private static async Task IsOfferedAsync(Interruption set, bool atOnce)
    {
        var since = set.Clock.GetUtcNow();

        var interaction = await set.EventuallyAsync(each => each.Phase is Phase.Offered);

        var took = set.Clock.GetUtcNow() - since;
        Assert.Equal(Interruption.Agent, (interaction.Phase as Phase.Offered)?.Agent);
        Assert.True(atOnce ? took < Overdue : took >= Overdue - TimeSpan.FromSeconds(5), $"It took {took}.");
        var desk = await set.DeskAsync();
        Assert.Equal((1, 1), (desk.Items.Count, desk.Stored.Desk.Load.Total));
    }
}
