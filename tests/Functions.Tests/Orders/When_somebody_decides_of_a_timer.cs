using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Orders;

public sealed class When_somebody_decides_of_a_timer(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    private Seat Supervisor => new(_app, "supervisor-1");

    [Fact]
    public async Task They_see_what_comes_when_and_why()
    {
        var (team, id) = await HeldAsync();

        var timers = await TimersAsync(team.Seat(_app), id);

        Assert.Equal(["nudge", "closeWaiting"], timers.Select(timer => (string?)timer["timer"]));
        Assert.Equal("The customer is reminded that we wait for them.", (string?)timers[0]["why"]);
        Assert.Equal(TimeSpan.FromHours(4), At(timers[0]["due"]) - At(timers[0]["since"]));
        Assert.Equal((true, false), ((bool)timers[0]["mayCancel"]!, (bool)timers[1]["mayCancel"]!));
        Assert.Equal(TimeSpan.FromHours(48), At(timers[1]["mayExtendUntil"]) - At(timers[1]["since"]));
        Assert.True((bool)(await TimersAsync(Supervisor, id))[1]["mayCancel"]!);
    }

    [Fact]
    public async Task Extended_it_is_due_later_and_the_log_says_who_did_it()
    {
        var (team, id) = await HeldAsync();
        var seat = team.Seat(_app);
        var until = At((await TimersAsync(seat, id))[1]["due"]).AddHours(3);

        var record = await ExtendAsync(seat, id, "closeWaiting", until);
        var again = await ExtendAsync(seat, id, "closeWaiting", until);

        Assert.Equal((HttpStatusCode.OK, "onHold", HttpStatusCode.OK), (record.Status, (string?)record["state"], again.Status));
        Assert.Equal(record.ETag, again.ETag);
        var timer = (await TimersAsync(seat, id))[1];
        Assert.Equal((until, team.Agents[0]), (At(timer["due"]), (string?)timer["extendedBy"]!["agent"]));
        var line = (await seat.GetAsync($"/api/interactions/{id}/log"))["items"].AsArray().Last()!;
        Assert.Equal(("timerExtended", "closeWaiting", until), ((string?)line["kind"], (string?)line["timer"], At(line["until"])));
    }

    [Fact]
    public async Task Cancelled_it_is_shown_last_and_without_a_time()
    {
        var (team, id) = await HeldAsync();

        var record = await team.Seat(_app).OrdersAsync("timers/nudge/cancel", id);

        Assert.Equal(HttpStatusCode.OK, record.Status);
        var timers = await TimersAsync(Supervisor, id);
        Assert.Equal(("nudge", null, team.Agents[0], false), (
            (string?)timers[1]["timer"], timers[1]["due"], (string?)timers[1]["cancelledBy"]!["agent"], (bool)timers[1]["mayCancel"]!));
    }

    [Theory]
    [InlineData("timers/closeWaiting/cancel", null, HttpStatusCode.Conflict, "not-cancellable")]
    [InlineData("timers/wrapUp/cancel", null, HttpStatusCode.Conflict, "timer-not-running")]
    [InlineData("timers/nothing/cancel", null, HttpStatusCode.BadRequest, "invalid-id")]
    [InlineData("timers/Nudge/cancel", null, HttpStatusCode.BadRequest, "invalid-id")]
    [InlineData("timers/nudge/extend", "2020-01-01T00:00:00Z", HttpStatusCode.Conflict, "not-later")]
    [InlineData("timers/nudge/extend", "2999-01-01T00:00:00Z", HttpStatusCode.Conflict, "too-far-ahead")]
    [InlineData("timers/nudge/extend", "tomorrow", HttpStatusCode.BadRequest, "invalid-field")]
    [InlineData("timers/nudge/extend", "0001-01-01T00:00:00+14:00", HttpStatusCode.BadRequest, "invalid-field")]
    public async Task What_cannot_be_is_refused_with_its_reason(string action, string? until, HttpStatusCode status, string reason)
    {
        var (team, id) = await HeldAsync();

        var refused = await team.Seat(_app).OrdersAsync(action, id, until is null ? null : $$"""{"until":"{{until}}"}""");

        Assert.Equal((status, "urn:interactions:" + reason), (refused.Status, refused.Type));
    }

    [Fact]
    public async Task Too_much_is_refused_with_how_much_it_may_be()
    {
        var (team, id) = await HeldAsync();
        var latest = At((await TimersAsync(team.Seat(_app), id))[0]["mayExtendUntil"]);

        var refused = await ExtendAsync(team.Seat(_app), id, "nudge", latest.AddSeconds(1));

        Assert.Equal(latest, At(refused["until"]));
        Assert.Equal(HttpStatusCode.OK, (await ExtendAsync(team.Seat(_app), id, "nudge", latest)).Status);
    }

    [Fact]
    public async Task What_is_closed_has_none()
    {
        var (team, id) = await HeldAsync();
        var seat = team.Seat(_app);
        await seat.OrdersAsync("end", id, """{"outcome":"resolved"}""");
        await seat.OrdersAsync("wrap", id, """{"shortDescription":"Answered"}""");

        Assert.Empty(await TimersAsync(seat, id));
        Assert.Equal("urn:interactions:closed", (await seat.OrdersAsync("timers/nudge/cancel", id)).Type);
    }

    private async Task<(Team Team, InteractionId Id)> HeldAsync()
    {
        var team = await Team.ConfiguredAsync(_app, queue: "\"nudgeText\":\"Are you there?\"");
        var id = await team.CustomerWaitsAsync(_app);
        var agent = AgentId.Parse(team.Agents[0]);
        await _app.DoAsync(new Claim(id, agent));
        await _app.DoAsync(new SendReply(Actor.Of(agent), id, new("Which one is it?", [])));
        await _app.DoAsync(new Hold(Actor.Of(agent), id, StateReason.WaitingOnCustomer));
        return (team, id);
    }

    private static async Task<IReadOnlyList<JsonNode>> TimersAsync(Seat seat, InteractionId id) =>
        [.. (await seat.GetAsync($"/api/interactions/{id}/timers"))["items"].AsArray().Select(timer => timer!)];

    private static Task<Reply> ExtendAsync(Seat seat, InteractionId id, string timer, DateTimeOffset until) =>
        seat.OrdersAsync($"timers/{timer}/extend", id, $$"""{"until":"{{until.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}}"}""");

    private static DateTimeOffset At(JsonNode? moment) => (DateTimeOffset)moment!;
}
