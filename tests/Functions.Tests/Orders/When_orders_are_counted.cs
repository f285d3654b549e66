using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Budgets;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Orders;

/// <summary>What an agent's order costs: requests that really went out, by whom the app knows without asking.</summary>
public sealed class When_orders_are_counted : IAsyncLifetime
{
    private readonly Calls _calls = new();
    private RunningApp _app = null!;
    private Team _team = null!;

    public async Task InitializeAsync()
    {
        _app = await RunningApp.StartWatchedAsync(_calls);
        _team = await Team.ConfiguredAsync(_app, agent: """{"capacity":{"messaging":100}}""");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("messages", """{"text":"How can I help?"}""", false)]
    [InlineData("messages", """{"text":"How can I help?"}""", true)]
    [InlineData("notes", """{"text":"The carrier was asked"}""", true)]
    [InlineData("read", null, false)]
    [InlineData("hold", """{"reason":"waitingOnCustomer"}""", true)]
    [InlineData("end", """{"outcome":"resolved"}""", true)]
    public async Task It_costs_no_more_with_a_key(string action, string? json, bool hasKey)
    {
        var id = await _team.CustomerWaitsAsync(_app);
        await _app.DoAsync(new Claim(id, AgentId.Parse(_team.Agents[0])));

        await ExpectAsync(BudgetOf(action), id, action, json, hasKey);
    }

    [Fact]
    public async Task What_is_offered_is_accepted()
    {
        var id = await _team.CustomerIsOfferedAsync(_app);

        await ExpectAsync(CountedBudgets.Accepting, id, "accept");
    }

    [Fact]
    public async Task What_is_ended_is_wrapped_up()
    {
        var id = await _team.CustomerWaitsAsync(_app);
        var agent = AgentId.Parse(_team.Agents[0]);
        await _app.DoAsync(new Claim(id, agent));
        await _app.DoAsync(new End(Actor.Of(agent), id, Domain.Interactions.Outcome.Resolved));

        await ExpectAsync(CountedBudgets.Wrapping, id, "wrap", """{"shortDescription":"A question","disposition":"answered"}""");
    }

    [Fact]
    public async Task A_repetition_writes_nothing()
    {
        var id = await _team.CustomerWaitsAsync(_app);
        await _app.DoAsync(new Claim(id, AgentId.Parse(_team.Agents[0])));
        var (seat, key) = (_team.Seat(_app), Guid.NewGuid().ToString("N"));
        Assert.Equal(HttpStatusCode.Accepted, await SendAsync());
        _calls.Forget();

        Assert.Equal(HttpStatusCode.Accepted, await SendAsync());

        CountedBudgets.Repetition.Expect(_calls.Made);
        Assert.All(_calls.Made, call => Assert.StartsWith("GET ", call, StringComparison.Ordinal));

        async Task<HttpStatusCode> SendAsync()
        {
            using var request = seat.Request(HttpMethod.Post, $"/api/interactions/{id}/messages");
            request.Content = Api.Json("""{"text":"How can I help?"}""");
            request.Headers.Add("Idempotency-Key", key);
            using var response = await _app.Client.SendAsync(request);
            return response.StatusCode;
        }
    }

    private static Budget BudgetOf(string action) => action switch
    {
        "messages" => CountedBudgets.Reply,
        "notes" => CountedBudgets.Note,
        "read" => CountedBudgets.Reading,
        "hold" => CountedBudgets.Holding,
        _ => CountedBudgets.Ending,
    };

    private async Task ExpectAsync(Budget budget, InteractionId id, string action, string? json = null, bool hasKey = false)
    {
        using var request = _team.Seat(_app).Request(HttpMethod.Post, $"/api/interactions/{id}/{action}");
        request.Content = json is null ? null : Api.Json(json);
        if (hasKey)
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        _calls.Forget();

        using var response = await _app.Client.SendAsync(request);

        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
        budget.Expect(_calls.Made);
    }
}
