using System.Text.Json.Nodes;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Agents;

/// <summary>What an agent does with a customer's interaction, and what the app shows of it.</summary>
internal static class Work
{
    public static readonly AgentId Agent = AgentId.Parse("agent-1");

    public static async Task<InteractionId> OpenAsync(this Customer customer, RunningApp app, string line = "main") =>
        (await customer.ConversationAsync(app)).Active.Single(open => open.Line.Value == line).Id;

    public static Task<Decision.Changed> DoAsync(this RunningApp app, InteractionCommand command) => app.DoAsync(command.Id.Profile, command);

    public static async Task<Decision.Changed> DoAsync(this RunningApp app, ProfileId profile, Command command) =>
        Assert.IsType<Decision.Changed>(await app.Services.GetRequiredService<CommitLoop>().HandleAsync(profile, command, CancellationToken.None));

    public static async Task CloseAsync(this RunningApp app, InteractionId id)
    {
        await app.DoAsync(new Claim(id, Agent));
        await app.DoAsync(new End(Actor.Of(Agent), id, Outcome.Resolved));
        await app.DoAsync(new Wrap(Actor.Of(Agent), id, "Answered", "done"));
    }

    public static string[] Values(this Reply reply, string field) =>
        [.. reply["items"].AsArray().Select(item => item![field]!.ToString())];

    /// <summary>The texts of a log's messages, in its order.</summary>
    public static string[] Texts(this Reply reply) =>
        [.. reply["items"].AsArray().Select(entry => (string?)entry!["message"]?["text"]).OfType<string>()];

    public static JsonNode Single(this Reply reply, string kind) =>
        Assert.Single(reply["items"].AsArray(), entry => (string?)entry!["kind"] == kind)!;
}
