using System.Text.Json.Nodes;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Users;

/// <summary>What tests say and ask about users.</summary>
internal static class UserRequests
{
    public static string NewId() => $"t-{Guid.NewGuid():N}";

    public static string With(string? id, params string[] addresses) => Json(id, share: false, addresses);

    public static string Sharing(string? id, params string[] addresses) => Json(id, share: true, addresses);

    public static async Task<Profile?> ProfileAsync(this RunningApp app, string address)
    {
        var id = ProfileId.Of(Address.Parse(address));
        return (await app.Services.GetRequiredService<ConversationStore>().LoadAsync(id, CancellationToken.None)).Conversation.Profile;
    }

    public static async Task<string?> LinkedUserAsync(this RunningApp app, string address) => (await app.ProfileAsync(address))?.User?.Value;

    public static async Task<string[]> WhoHasAsync(this RunningApp app, string address)
    {
        var reply = await app.GetAsync($"/api/users?profile={ProfileId.Of(Address.Parse(address))}");
        return [.. reply["items"].AsArray().Select(user => (string)user!["id"]!)];
    }

    private static string Json(string? id, bool share, string[] addresses)
    {
        var document = new JsonObject { ["addresses"] = new JsonArray([.. addresses.Select(address => JsonValue.Create(address))]) };
        if (id is not null)
            document["id"] = id;
        if (share)
            document["shareAddresses"] = true;
        return document.ToJsonString();
    }
}
