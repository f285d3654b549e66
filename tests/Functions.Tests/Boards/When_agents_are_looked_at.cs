using System.Net;
using System.Text.Json.Nodes;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Boards;

public sealed class When_agents_are_looked_at(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;
    private readonly Seat _lead = new(shared.App, "supervisor-1");

    [Fact]
    public async Task Who_leads_sees_who_they_are_whether_they_take_work_and_how_much_they_have()
    {
        var team = await Team.ConfiguredAsync(_app, agents: 2, agent: """{"name":"Agent One","capacity":{"messaging":3}}""");
        await team.CustomerIsOfferedAsync(_app);

        var first = (await SeenAsync(team, _lead, agents => (int)agents[0]!["load"]!["messaging"]! == 1))[0]!;

        Assert.Equal(
            (team.Agents[0], "Agent One", "agent", $"""["{team.Queue}"]""", "ready"),
            ((string)first["id"]!, (string)first["name"]!, (string)first["role"]!, first["queues"]!.ToJsonString(), (string)first["presence"]!["status"]!));
        Assert.Equal(3, (int)first["capacity"]!["messaging"]!);
        var me = await team.Seat(_app).MeAsync();
        Assert.All((string[])["presence", "capacity", "load", "queues", "role", "name"], field => Assert.True(JsonNode.DeepEquals(me[field], first[field]), field));
    }

    [Fact]
    public async Task Who_never_came_in_is_offline_and_has_nothing()
    {
        var team = await Team.ConfiguredAsync(_app);

        var agent = (await SeenAsync(team, _lead, agents => agents.Count == 1))[0]!;

        Assert.Equal("""{"status":"offline","since":null,"because":null}""", agent["presence"]!.ToJsonString());
        Assert.Equal("""{"messaging":0,"chat":0,"phone":0,"walkUp":0,"voicemail":0}""", agent["load"]!.ToJsonString());
    }

    [Fact]
    public async Task Who_is_configured_no_longer_is_seen_for_as_long_as_they_are_there()
    {
        var ghost = new Seat(_app, $"agent-{Guid.NewGuid():N}");
        await ghost.IsAsync("ready");
        Assert.Contains(ghost.Id, await Eventually.Is(() => AllAsync(_lead, 200), ids => ids.Contains(ghost.Id)));

        await ghost.IsAsync("offline");
        Assert.DoesNotContain(ghost.Id, await Eventually.Is(() => AllAsync(_lead, 200), ids => !ids.Contains(ghost.Id)));
    }

    [Fact]
    public async Task They_come_page_by_page_in_order_each_once()
    {
        var team = await Team.ConfiguredAsync(_app, agents: 5);
        await SeenAsync(team, _lead, agents => agents.Count == 5);

        var found = await AllAsync(_lead, 2);

        Assert.Equal(found.Order(StringComparer.Ordinal).Distinct(), found);
        Assert.Superset(team.Agents.ToHashSet(), found.ToHashSet());
        Assert.Equal(team.Agents.Order(StringComparer.Ordinal), await AllAsync(_lead, 2, $"queue={team.Queue}&"));
    }

    [Fact]
    public async Task An_agent_sees_whoever_serves_a_queue_with_them_and_not_how_they_do()
    {
        var (team, others) = (await Team.ConfiguredAsync(_app, agents: 2), await Team.ConfiguredAsync(_app));
        var shared = await Team.ConfiguredAsync(_app, agents: 0, members: [team.Agents[1], others.Agents[0]]);
        await team.Seat(_app, 1).IsAsync("ready");

        var seen = await SeenAsync(team, team.Seat(_app), agents => (string?)agents[1]!["presence"]!["status"] == "ready");

        Assert.Equal(team.Agents, seen.Select(agent => (string?)agent!["id"]));
        Assert.Equal(team.Agents, await AllAsync(team.Seat(_app), 200));
        Assert.Equal("""{"status":"ready","since":null,"because":null}""", seen[1]!["presence"]!.ToJsonString());
        Assert.Equal($"""["{team.Queue}"]""", seen[1]!["queues"]!.ToJsonString());
        Assert.All(seen, agent => Assert.Null(agent!["capacity"] ?? agent["load"]));
        Assert.Equal("urn:interactions:not-found", (await team.Seat(_app).GetAsync($"/api/agents?queue={shared.Queue}")).Type);
    }

    [Fact]
    public async Task Nobody_sees_anybody_without_saying_who_they_are()
    {
        using var response = await _app.Client.GetAsync(new Uri("/api/agents", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("queue=No%20Id")]
    [InlineData("limit=201")]
    [InlineData("cursor=nonsense!")]
    public async Task What_is_asked_wrongly_is_refused(string query) =>
        Assert.Equal("urn:interactions:invalid-parameter", (await _lead.GetAsync($"/api/agents?{query}")).Type);

    // The picture is remembered for a moment.
    private static async Task<JsonArray> SeenAsync(Team team, Seat by, Func<JsonArray, bool> fits) =>
        (await Eventually.Is(() => by.GetAsync($"/api/agents?queue={team.Queue}"), reply => reply.Status == HttpStatusCode.OK && fits(reply["items"].AsArray())))["items"].AsArray();

    private static async Task<List<string>> AllAsync(Seat by, int limit, string only = "")
    {
        var found = new List<string>();
        string? cursor = null;
        do
        {
            var page = await by.GetAsync($"/api/agents?{only}limit={limit}{(cursor is null ? "" : $"&cursor={cursor}")}");
            Assert.InRange(page["items"].AsArray().Count, 0, limit);
            found.AddRange(page.Values("id"));
            cursor = (string?)page.Body!["cursor"];
        }
        while (cursor is not null);
        return found;
    }
}
