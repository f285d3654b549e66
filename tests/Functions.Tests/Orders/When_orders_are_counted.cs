using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Agents;
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
    [InlineData("messages", """{"text":"How can I help?"}""", false, 3, 1)]
    [InlineData("messages", """{"text":"How can I help?"}""", true, 3, 1)]
    [InlineData("notes", """{"text":"The carrier was asked"}""", true, 2, 0)]
    [InlineData("read", null, false, 3, 0)]
    [InlineData("hold", """{"reason":"waitingOnCustomer"}""", true, 4, 1)]
    public async Task It_costs_no_more_with_a_key(string action, string? json, bool hasKey, int storage, int bus)
    {
        var id = await _team.CustomerWaitsAsync(_app);
        await _app.DoAsync(new Claim(id, AgentId.Parse(_team.Agents[0])));
        using var request = _team.Seat(_app).Request(HttpMethod.Post, $"/api/interactions/{id}/{action}");
        request.Content = json is null ? null : Api.Json(json);
        if (hasKey)
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        _calls.Forget();

        using var response = await _app.Client.SendAsync(request);

        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
        var made = _calls.Made;
        var onBus = made.Count(call => call.StartsWith("bus", StringComparison.Ordinal));
        Assert.True(made.Count - onBus <= storage && onBus <= bus, string.Join(", ", made));
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

        Assert.Equal(["GET", "GET"], _calls.Made.Select(call => call.Split(' ')[0]));

        async Task<HttpStatusCode> SendAsync()
        {
            using var request = seat.Request(HttpMethod.Post, $"/api/interactions/{id}/messages");
            request.Content = Api.Json("""{"text":"How can I help?"}""");
            request.Headers.Add("Idempotency-Key", key);
            using var response = await _app.Client.SendAsync(request);
            return response.StatusCode;
        }
    }
}
