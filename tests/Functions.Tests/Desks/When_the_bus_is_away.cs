using System.Net;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Health;

namespace Interactions.Functions.Tests.Desks;

/// <summary>Of two instances on the same storage one does not reach the bus.</summary>
public sealed class When_the_bus_is_away
{
    [Fact]
    public async Task Whoever_says_they_are_ready_is_told_to_say_it_again_and_gets_work_then()
    {
        await using var healthy = await RunningApp.StartAsync(routes: true);
        await using var cutOff = await RunningApp.StartAsync(healthy.Settings with { Bus = Unreachable.Bus });
        var team = await Team.ConfiguredAsync(healthy);
        await team.IsKnownToAsync(cutOff);
        var id = await team.CustomerWaitsAsync(healthy);

        var refused = await team.Seat(cutOff).IsAsync("ready");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "urn:interactions:unavailable"), (refused.Status, refused.Type));
        Assert.Equal("offline", (string?)(await team.Seat(healthy).MeAsync())["presence"]["status"]);

        Assert.Equal(HttpStatusCode.OK, (await team.Seat(healthy).IsAsync("ready")).Status);
        var record = await Eventually.Is(() => team.Seat(healthy).GetAsync($"/api/interactions/{id}"), reply => (string?)reply["handling"] == "offered");
        Assert.Equal(team.Agents[0], (string?)record["offer"]["agent"]);
    }

    [Fact]
    public async Task Whoever_wants_no_more_work_gets_none_all_the_same()
    {
        await using var healthy = await RunningApp.StartAsync(routes: true);
        await using var cutOff = await RunningApp.StartAsync(healthy.Settings with { Bus = Unreachable.Bus });
        var team = await Team.ConfiguredAsync(healthy);
        await team.IsKnownToAsync(cutOff);
        await team.Seat(healthy).IsAsync("ready");

        await team.Seat(cutOff).IsAsync("notReady");

        Assert.Equal("notReady", (string?)(await team.Seat(healthy).MeAsync())["presence"]["status"]);
    }
}
