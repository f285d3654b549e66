using System.Net;
using System.Text.Json.Nodes;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Reporting;

public sealed class When_a_report_is_asked_for
{
    [Fact]
    public async Task It_tells_what_was_done_by_queue_and_by_agent()
    {
        await using var office = await Office.OpenAsync();
        var team = await Team.ConfiguredAsync(office.App, agents: 2);
        var (one, other) = (team.Seat(office.App), team.Seat(office.App, 1));
        await one.IsAsync("ready");
        await other.IsAsync("ready");
        await ServedAsync(office, team, one, other);
        await LeftAloneAsync(office, team, one);

        var queue = ItemOf(await office.ReportAsync("queues"), team.Queue);
        var first = ItemOf(await office.ReportAsync("agents"), team.Agents[0]);
        var second = ItemOf(await office.ReportAsync("agents"), team.Agents[1]);

        Assert.Equal(
            (2, 0, 2, 3, 1, 1), (Of(queue, "closed"), Of(queue, "abandoned"), Of(queue, "handled"), Of(queue, "offered"), Of(queue, "accepted"), Of(queue, "declined")));
        Assert.Equal((3, 1, 1, 1), (Of(queue, "messagesIn"), Of(queue, "messagesOut"), Of(queue, "resolved"), Of(queue, "unresolved")));
        Assert.Equal(90.0, (double)queue["wait"]!["average"]!);
        Assert.Equal(["answered 1", "nobody there 1"], queue["dispositions"]!.AsArray().Select(each => $"{each!["disposition"]} {each["count"]}"));

        // The first declined one, took another, and had it for five minutes.
        Assert.Equal((1, 0, 1, 1, 1), (Of(first, "offered"), Of(first, "accepted"), Of(first, "declined"), Of(first, "handled"), Of(first, "closed")));
        Assert.Equal(300.0, (double)first["handle"]!["average"]!);
        Assert.Equal((2, 1, 0, 1, 1), (Of(second, "offered"), Of(second, "accepted"), Of(second, "declined"), Of(second, "handled"), Of(second, "messagesOut")));
        Assert.Equal(120.0, (double)second["handle"]!["average"]!);
    }

    [Fact]
    public async Task Agents_see_their_own_line_and_no_queues()
    {
        await using var office = await Office.OpenAsync();
        foreach (var agent in (string[])["agent-1", "agent-2"])
            await office.ShowAsync(Office.AClosed(office.Clock.GetUtcNow().AddMinutes(-1), agent: agent));

        var items = (await office.ReportAsync("agents", token: "dev-agent-2"))["items"].AsArray();

        Assert.Equal("agent-2", (string?)Assert.Single(items)!["id"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.ReportAsync("queues", token: "dev-agent-2")).Status);
    }

    [Fact]
    public async Task Today_is_ten_seconds_old_at_most()
    {
        await using var office = await Office.OpenAsync();
        var at = office.Clock.GetUtcNow().AddMinutes(-1);
        await office.ShowAsync(Office.AClosed(at));
        Assert.Equal(1, Of(ItemOf(await office.ReportAsync("queues"), "support"), "closed"));
        await office.ShowAsync(Office.AClosed(at));

        office.Clock.Pass(TimeSpan.FromSeconds(10));

        Assert.Equal(2, Of(ItemOf(await office.ReportAsync("queues"), "support"), "closed"));
    }

    [Fact]
    public async Task An_answer_counts_as_in_time_if_it_came_and_was_not_late()
    {
        await using var office = await Office.OpenAsync();
        var at = office.Clock.GetUtcNow().AddMinutes(-1);
        var target = new Sla(TimeSpan.FromMinutes(5), at);
        foreach (var sla in (Sla?[])[null, target, target with { Answered = true }, target with { Answered = true, Breached = true }, target with { Breached = true }])
            await office.ShowAsync(Office.AClosed(at) with { Sla = sla });

        var queue = ItemOf(await office.ReportAsync("queues"), "support");

        Assert.Equal((5, 4, 1), (Of(queue, "closed"), Of(queue, "withTarget"), Of(queue, "withinTarget")));
    }

    [Fact]
    public async Task Beyond_fifty_dispositions_the_rest_is_together()
    {
        await using var office = await Office.OpenAsync();
        var at = office.Clock.GetUtcNow().AddMinutes(-1);
        for (var n = 0; n < 60; n++)
            await office.ShowAsync(Office.AClosed(at) with { Disposition = $"{n}" });

        var dispositions = ItemOf(await office.ReportAsync("queues"), "support")["dispositions"]!.AsArray();

        Assert.Equal(51, dispositions.Count);
        Assert.Equal(10, (int)dispositions.Single(each => (string?)each!["disposition"] == "(other)")!["count"]!);
    }

    [Theory]
    [InlineData("?from=yesterday")]
    [InlineData("?from=2031-05-07&to=2031-05-06")]
    [InlineData("?from=2031-01-01&to=2031-04-03")]
    [InlineData("?from=0001-01-01&to=0001-01-01")]
    [InlineData("?from=1999-12-31&to=2000-01-01")]
    [InlineData("?to=")]
    [InlineData("?to=2031-05-06&to=2031-05-06")]
    public async Task A_period_that_is_none_is_refused(string query)
    {
        await using var office = await Office.OpenAsync();

        var reply = await office.ReportAsync("queues", query);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
    }

    // Offered to the first, who declines; to the second, who takes it, answers, and closes it.
    private static async Task ServedAsync(Office office, Team team, Seat one, Seat other)
    {
        var customer = new Customer();
        var id = await team.CustomerWaitsAsync(office.App, customer);
        await OfferAsync(office, team, id, 0);
        Done(await one.OrdersAsync("decline", id));
        await OfferAsync(office, team, id, 1);
        office.Clock.Pass(TimeSpan.FromSeconds(20));
        Done(await other.OrdersAsync("accept", id));
        office.Clock.Pass(TimeSpan.FromSeconds(70));
        Done(await other.OrdersAsync("messages", id, """{"text":"How can I help?"}"""));
        await customer.TextsAsync(office.App, "Thanks", to: team.Number);
        office.Clock.Pass(TimeSpan.FromSeconds(50));
        Done(await other.OrdersAsync("end", id, """{"outcome":"resolved"}"""));
        Done(await other.OrdersAsync("wrap", id, """{"shortDescription":"A question","disposition":"answered"}"""));
    }

    // Offered to the second, who lets it pass and is asked no more; then the first takes it by themselves.
    private static async Task LeftAloneAsync(Office office, Team team, Seat one)
    {
        var id = await team.CustomerWaitsAsync(office.App);
        await OfferAsync(office, team, id, 1);
        office.Clock.Pass(TimeSpan.FromMinutes(2));
        await office.App.DoAsync(new FireTimers(id));
        Done(await one.OrdersAsync("claim", id));
        office.Clock.Pass(TimeSpan.FromMinutes(5));
        Done(await one.OrdersAsync("end", id, """{"outcome":"unresolved"}"""));
        Done(await one.OrdersAsync("wrap", id, """{"shortDescription":"Gone","disposition":"nobody there"}"""));
    }

    private static Task<Decision.Changed> OfferAsync(Office office, Team team, InteractionId id, int agent) =>
        office.App.DoAsync(new MakeOffer(id, QueueId.Parse(team.Queue), AgentId.Parse(team.Agents[agent])));

    private static void Done(Reply reply) => Assert.True(reply.Status is HttpStatusCode.OK or HttpStatusCode.Accepted, $"{reply.Status} {reply.Body}");

    private static JsonNode ItemOf(Reply report, string id) => report["items"].AsArray().Single(item => (string?)item!["id"] == id)!;

    private static int Of(JsonNode item, string field) => (int)item[field]!;
}
