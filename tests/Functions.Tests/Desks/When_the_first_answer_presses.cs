using System.Text.Json.Nodes;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Desks;

public sealed class When_the_first_answer_presses(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task Record_inbox_and_log_say_so_until_it_is_given()
    {
        // A warning as long before as the target is long comes at once.
        var team = await Team.ConfiguredAsync(_app, queue: "\"firstResponseTargetSeconds\":3600,\"firstResponseWarnSeconds\":3600");
        var (seat, id) = (team.Seat(_app), await team.CustomerWaitsAsync(_app));
        await _app.DoAsync(new Claim(id, AgentId.Parse(team.Agents[0])));
        Assert.False(await IsPressingAsync(seat));

        await _app.DoAsync(new FireTimers(id));

        Assert.True(await IsPressingAsync(seat));
        var sla = (await seat.GetAsync($"/api/interactions/{id}"))["sla"]!;
        Assert.Equal((true, false, false), ((bool)sla["warned"]!, (bool)sla["breached"]!, (bool)sla["answered"]!));
        var line = (await seat.GetAsync($"/api/interactions/{id}/log"))["items"]!.AsArray().Last()!;
        Assert.Equal(("slaWarned", (string?)sla["due"]), ((string?)line["kind"], (string?)line["until"]));

        await seat.OrdersAsync("messages", id, """{"text":"Which one is it?"}""");
        Assert.False(await IsPressingAsync(seat));
    }

    private static async Task<bool> IsPressingAsync(Seat seat) =>
        (bool)Assert.Single((JsonArray)(await seat.InboxAsync())["items"]!)!["pressing"]!;
}
