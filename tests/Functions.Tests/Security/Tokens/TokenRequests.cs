using System.Net;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Console;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Security.Tokens;

/// <summary>What admins ask about tokens, and what agents do with them.</summary>
internal static class TokenRequests
{
    /// <summary>Somebody with whom no other test has anything to do.</summary>
    public static async Task<string> NewAgentAsync(this RunningApp app, string json = "{}")
    {
        var id = Admin.NewId();
        Assert.Equal(HttpStatusCode.Created, (await app.ConfigureAsync($"/api/console/agents/{id}", json)).Status);
        return id;
    }

    public static async Task<Reply> IssueAsync(this RunningApp app, string agent, string? json = null, string? key = null, string admin = Admin.Token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/console/agents/{agent}/token");
        request.Headers.Authorization = new("Bearer", admin);
        request.Content = json is null ? null : Api.Json(json);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await app.Client.SendAsync(request);
        return await Reply.OfAsync(response);
    }

    public static async Task<(string Id, string Secret)> IssuedAsync(this RunningApp app, string agent, string? json = null)
    {
        var reply = await app.IssueAsync(agent, json);
        Assert.Equal(HttpStatusCode.Created, reply.Status);
        return ((string)reply["id"]!, (string)reply["token"]!);
    }

    public static Task<Reply> ListAsync(this RunningApp app, string agent, string query = "") =>
        app.ReadAsync($"/api/console/agents/{agent}/tokens{query}");

    public static async Task<HttpStatusCode> RevokeAsync(this RunningApp app, string agent, string token) =>
        (await app.RemoveAsync($"/api/console/agents/{agent}/tokens/{token}")).Status;

    public static Task<Reply> MeAsync(this RunningApp app, string token) => app.ReadAsync("/api/me", token);

    public static async Task<bool> LetsInAsync(this RunningApp app, string token) => (await app.MeAsync(token)).Status == HttpStatusCode.OK;

    /// <summary>Until another instance knows what was configured at the first.</summary>
    public static Task KnowsAsync(this RunningApp app, string agent, Role role = Role.Agent)
    {
        var policies = app.Services.GetRequiredService<PolicySource>();
        return Eventually.Is(
            async () =>
            {
                policies.Outdate();
                return await policies.CurrentAsync(CancellationToken.None);
            },
            policy => policy.Agents.GetValueOrDefault(AgentId.Parse(agent))?.Role == role);
    }
}
