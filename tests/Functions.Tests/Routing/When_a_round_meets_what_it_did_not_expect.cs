using Interactions.Domain.Interactions;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Routing;

/// <summary>What is configured, or storage, is not as it was when the round began.</summary>
public sealed class When_a_round_meets_what_it_did_not_expect
{
    [Fact]
    public async Task It_ends_where_an_agent_may_have_less_from_now_on()
    {
        await using var backlog = await Backlog.OfAsync(agents: 1);
        await backlog.AreFreeAsync([1]);
        var text = await backlog.TextsAsync();
        var looks = 0;
        backlog.Calls.Meet(async (name, call) =>
        {
            await call();
            if (name != "GET Queues" || ++looks != 2)
                return;
            backlog.Calls.MeetNobody();
            await backlog.App.Services.GetRequiredService<ConfigStore>().PutAsync(
                new(ConfigKind.Agents, Backlog.Agent(1).Value, """{"capacity":{"messaging":0}}"""), default);
            backlog.App.Services.GetRequiredService<PolicySource>().Outdate();
        });

        await backlog.RouteAsync(text).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(2, looks);
        Assert.Null(await backlog.HolderAsync(text));
    }

    [Fact]
    public async Task An_agent_who_could_not_be_shown_anew_is_looked_at_and_gets_the_next_one()
    {
        await using var backlog = await Backlog.OfAsync(agents: 1, room: 2);
        await backlog.AreFreeAsync([1]);
        var first = await backlog.TextsAsync();
        var isAway = false;
        backlog.Calls.Meet(async (name, call) =>
        {
            isAway |= name == "BATCH Queues";
            if (isAway && name.EndsWith(" Queues", StringComparison.Ordinal))
                throw Calls.Fault(name);
            await call();
        });

        var costs = await backlog.RouteAsync(first);
        backlog.Calls.MeetNobody();

        Assert.Equal(Backlog.Agent(1), await backlog.HolderAsync(first));
        Assert.Contains("bus routing", costs.Made);
        await backlog.ServeAsync(1);
        var next = await backlog.TextsAsync();
        await backlog.RouteAsync(next);
        Assert.Equal(Backlog.Agent(1), await backlog.HolderAsync(next));
    }
}
