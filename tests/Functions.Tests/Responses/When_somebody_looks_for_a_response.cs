using System.Net;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Console;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Interactions.Functions.Tests.Orders;
using Interactions.Functions.Tests.Users;

namespace Interactions.Functions.Tests.Responses;

public sealed class When_somebody_looks_for_a_response(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly RunningApp _app = shared.App;
    private readonly string _word = $"w{Guid.NewGuid():N}";

    [Fact]
    public async Task It_reads_as_it_would_be_sent()
    {
        var matter = await Matter.ActiveAsync(_app);
        await ConfigureAsync("Hello {customer.name}, {interaction.number} is with {agent.name}.");
        var number = (string?)(await matter.RecordAsync())["number"];

        Assert.Equal([$"Hello, {number} is with."], await TextsAsync(matter));

        var agent = $"/api/console/agents/{matter.Agent.Id}";
        await _app.ConfigureAsync(agent, """{"name":"Al"}""", (await _app.ReadAsync(agent)).ETag).IsAsync(HttpStatusCode.OK);
        await matter.Agent.AskAsync(HttpMethod.Patch, $"/api/profiles/{matter.Customer.Profile}", """{"name":"{agent.name}"}""").IsAsync(HttpStatusCode.OK);

        Assert.Equal([$"Hello {{agent.name}}, {number} is with Al."], await TextsAsync(matter));
    }

    [Fact]
    public async Task The_directory_knows_what_a_customer_is_called()
    {
        var (matter, user) = (await Matter.ActiveAsync(_app), UserRequests.NewId());
        await _app.PostAsync("/api/users", $$"""{"id":"{{user}}","name":"Jo"}""").IsAsync(HttpStatusCode.Created);
        await matter.Agent.AskAsync(HttpMethod.Patch, $"/api/profiles/{matter.Customer.Profile}", $$"""{"user":"{{user}}"}""").IsAsync(HttpStatusCode.OK);
        await ConfigureAsync("Hello {customer.name}");

        Assert.Equal(["Hello Jo"], await TextsAsync(matter));
    }

    [Fact]
    public async Task Those_of_other_queues_are_not_among_them()
    {
        var (matter, other) = (await Matter.ActiveAsync(_app), await Matter.ActiveAsync(_app));
        await ConfigureAsync("Everywhere");
        await ConfigureAsync("Here", matter.Team.Queue);

        Assert.Equal(["Everywhere", "Here"], (await TextsAsync(matter)).Order());
        Assert.Equal(["Everywhere"], await TextsAsync(other));
    }

    [Fact]
    public async Task They_are_found_by_any_of_their_words_and_come_page_by_page()
    {
        var matter = await Matter.ActiveAsync(_app);
        for (var response = 0; response < 5; response++)
            await ConfigureAsync($"Text {response}");

        var first = await FindAsync(matter, "&limit=3").IsAsync(HttpStatusCode.OK);
        var second = await FindAsync(matter, $"&limit=3&cursor={first["cursor"]}").IsAsync(HttpStatusCode.OK);

        Assert.Equal(Enumerable.Range(0, 5).Select(n => $"Text {n}"), first.Values("text").Concat(second.Values("text")).Order());
        Assert.Null(second.Body!["cursor"]);
        Assert.Empty((await matter.Agent.GetAsync($"{matter.Path}/responses?q={Guid.NewGuid():N}").IsAsync(HttpStatusCode.OK))["items"].AsArray());
    }

    [Fact]
    public async Task Whoever_may_not_see_the_interaction_is_not_told_what_could_be_said_in_it()
    {
        var matter = await Matter.ActiveAsync(_app);
        var stranger = (await Team.ConfiguredAsync(_app)).Seat(_app);

        await stranger.GetAsync($"{matter.Path}/responses").IsAsync(HttpStatusCode.NotFound, "not-found");
        await matter.Agent.GetAsync($"{matter.Path}/responses?q=").IsAsync(HttpStatusCode.BadRequest, "invalid-parameter");
        await matter.Agent.GetAsync($"{matter.Path}/responses?cursor=!").IsAsync(HttpStatusCode.BadRequest, "invalid-parameter");
    }

    private async Task ConfigureAsync(string text, string? queue = null)
    {
        var queues = queue is null ? "" : $"\"{queue}\"";
        await _app.ConfigureAsync(
            $"/api/console/responses/{Admin.NewId()}", $$"""{"title":"Welcome","text":"{{text}}","tags":["{{_word}}"],"queues":[{{queues}}]}""").IsAsync(HttpStatusCode.Created);
    }

    private async Task<string[]> TextsAsync(Matter matter) => (await FindAsync(matter).IsAsync(HttpStatusCode.OK)).Values("text");

    // Others configure theirs at the same time.
    private Task<Reply> FindAsync(Matter matter, string page = "") => matter.Agent.GetAsync($"{matter.Path}/responses?q={_word.ToUpperInvariant()}{page}");
}
