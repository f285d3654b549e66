using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Functions.Desks;
using Interactions.Functions.Orders;
using Interactions.Functions.Tests.Routing;

namespace Interactions.Functions.Tests.Orders;

/// <summary>Their line breaks while the first thing is written: what they said is said.</summary>
public sealed class When_whoever_orders_hangs_up
{
    [Fact]
    public async Task The_order_is_carried_out()
    {
        await using var set = await Interruption.SetUpAsync(routes: false);
        using var hungUp = new CancellationTokenSource();
        HangUpAtWriting(set, hungUp);

        await set.Function<OffersFunction>().ClaimAsync(Interruption.Request("ClaimInteraction", "POST", "{}", hungUp.Token), set.Id.ToString());

        Assert.True(hungUp.IsCancellationRequested);
        Assert.Equal(Interruption.Agent, (await set.InteractionAsync()).AssignedTo);
    }

    [Fact]
    public async Task Who_said_that_they_are_ready_gets_work()
    {
        await using var set = await Interruption.SetUpAsync(presence: Presence.NotReady);
        using var hungUp = new CancellationTokenSource();
        HangUpAtWriting(set, hungUp);
        var request = Interruption.Request("SetPresence", "PUT", """{"status":"ready"}""", hungUp.Token);

        try
        {
            await set.Function<MeFunction>().SetPresenceAsync(request);
        }
        catch (OperationCanceledException)
        {
            // Nobody is there to be answered.
        }

        Assert.True(hungUp.IsCancellationRequested);
        var interaction = await set.EventuallyAsync(each => each.Phase is Phase.Offered);
        Assert.Equal(Interruption.Agent, (interaction.Phase as Phase.Offered)?.Agent);
    }

    private static void HangUpAtWriting(Interruption set, CancellationTokenSource hungUp) => set.Calls.Meet(async (name, call) =>
    {
        await call();
        if (name == "BATCH Agents")
            await hungUp.CancelAsync();
    });
}
