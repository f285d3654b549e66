namespace Interactions.Functions.Tests.Routing;

/// <summary>
/// An agent comes back and looks who waits; before they are shown as free somebody begins to wait, and finds nobody. One of the two
/// has to look again.
/// </summary>
public sealed class When_somebody_comes_unseen
{
    [Fact]
    public async Task They_are_offered_all_the_same()
    {
        await using var backlog = await Backlog.OfAsync(agents: 1);
        await backlog.ComesAsync(1);
        Domain.Interactions.Interaction? text = null;
        backlog.Calls.Meet(async (name, call) =>
        {
            await call();
            if (name != "GET Queues" || text is not null)
                return;
            backlog.Calls.MeetNobody();
            text = await backlog.TextsAsync();
            await backlog.RouteAsync(text);
            Assert.Null(await backlog.HolderAsync(text));
        });

        await backlog.ServeAsync(1);

        Assert.Equal(Backlog.Agent(1), await backlog.HolderAsync(text!));
    }
}
