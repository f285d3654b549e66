using System.Net;
using Interactions.Domain.Values;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Orders;

/// <summary>A customer's matter with the agent whose it is, brought as far as a test needs it by what they would do.</summary>
internal sealed class Matter
{
    private Matter(Team team, Seat agent, Customer customer, InteractionId id) => (Team, Agent, Customer, Id) = (team, agent, customer, id);

    public Team Team { get; }

    public Seat Agent { get; }

    public Customer Customer { get; }

    public InteractionId Id { get; }

    public string Path => $"/api/interactions/{Id}";

    public static Seat Supervisor(RunningApp app) => new(app, "supervisor-1");

    public static async Task<Matter> WaitingAsync(RunningApp app, int agents = 1)
    {
        var team = await Team.ConfiguredAsync(app, agents, "\"wrapUpForSeconds\":3600");
        var customer = new Customer();
        return new(team, team.Seat(app), customer, await team.CustomerWaitsAsync(app, customer));
    }

    public static async Task<Matter> ActiveAsync(RunningApp app, int agents = 1)
    {
        var matter = await WaitingAsync(app, agents);
        await matter.Agent.OrdersAsync("claim", matter.Id).IsAsync(HttpStatusCode.OK);
        return matter;
    }

    public static async Task<Matter> ClosedAsync(RunningApp app, int agents = 1)
    {
        var matter = await ActiveAsync(app, agents);
        await matter.CloseAsync();
        return matter;
    }

    public async Task CloseAsync()
    {
        await Agent.OrdersAsync("end", Id, """{"outcome":"resolved"}""").IsAsync(HttpStatusCode.OK);
        await Agent.OrdersAsync("wrap", Id, """{"shortDescription":"Asked for help","disposition":"answered"}""").IsAsync(HttpStatusCode.OK);
    }

    public Task<Reply> PatchAsync(string json, Seat? by = null, string? ifMatch = null) =>
        (by ?? Agent).AskAsync(HttpMethod.Patch, Path, json, ifMatch);

    public Task<Reply> RecordAsync() => Agent.GetAsync(Path);

    public Task<Reply> LogAsync() => Agent.GetAsync(Path + "/log?limit=200");
}

internal static class Expected
{
    public static async Task<Reply> IsAsync(this Task<Reply> asked, HttpStatusCode status)
    {
        var reply = await asked;
        Assert.True(reply.Status == status, $"{reply.Status}: {reply.Body}");
        return reply;
    }

    /// <summary>A refusal for that reason.</summary>
    public static async Task<Reply> IsAsync(this Task<Reply> asked, HttpStatusCode status, string reason)
    {
        var reply = await asked.IsAsync(status);
        Assert.Equal("urn:interactions:" + reason, reply.Type);
        return reply;
    }
}
