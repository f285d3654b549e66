using System.Text.Json.Nodes;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Boards;

public sealed class When_lines_are_looked_at(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task An_agent_sees_from_where_they_may_write()
    {
        var team = await Team.ConfiguredAsync(_app, agents: 1);

        var line = Assert.Single(await AllAsync(team, limit: 200), each => (string)each["id"]! == team.Line);

        Assert.Equal(team.Queue, (string)line["queue"]!);
        Assert.Equal([$"tel:{team.Number}"], line["addresses"]!.AsArray().Select(address => (string)address!));
        Assert.True((bool)line["isOpen"]!);
        Assert.True((bool)line["mayWriteFirst"]!);
    }

    [Fact]
    public async Task They_come_in_parts_in_the_order_of_their_ids()
    {
        var team = await Team.ConfiguredAsync(_app, agents: 1);
        await Team.ConfiguredAsync(_app, agents: 1);

        var ids = (await AllAsync(team, limit: 1)).Select(line => (string)line["id"]!).ToList();

        Assert.Contains(team.Line, ids);
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
    }

    private async Task<List<JsonObject>> AllAsync(Team team, int limit)
    {
        var (all, cursor) = (new List<JsonObject>(), "");
        do
        {
            var page = await team.Seat(_app).GetAsync($"/api/lines?limit={limit}{cursor}");
            all.AddRange(page["items"]!.AsArray().Select(line => line!.AsObject()));
            cursor = page["cursor"] is { } next ? $"&cursor={next}" : "";
        }
        while (cursor.Length > 0);
        return all;
    }
}
