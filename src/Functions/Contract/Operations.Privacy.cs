using System.Text.Json.Nodes;
using Interactions.Functions.Agents;
using Interactions.Functions.Http;
using Interactions.Functions.Orders;
using Interactions.Functions.Privacy;

namespace Interactions.Functions.Contract;

/// <summary>What customers and the law may ask for.</summary>
internal static partial class Operations
{
    private static Operation[] Privacy() =>
    [
        Post("EraseProfile", "profiles/{id}/erase", Tags.Profiles, "Forget who it was and what was said")
            .Says("""
                Every text, address, name and attachment goes, here and at Twilio; that there was something stays, with its times, states and
                agents, and whether a line may write. It cannot be undone. Ordered again it goes on, or answers the same.
                """)
            .ReadsNothing()
            .Gives(
                PrivacyJson.Default.ErasureView, Examples.Erased, description: "Nothing is left, here and at Twilio.")
            .Gives(
                PrivacyJson.Default.ErasureView,
                Examples.Erased with { State = ErasureState.Erasing },
                status: 202,
                description: "The customer is forgotten; what is left, of a long log or at Twilio, goes by itself.")
            .RefusedFor(Reasons.StillOpen),
        Get("ExportProfile", "profiles/{id}/export", Tags.Profiles, "Everything that is known of it, as one document")
            .Says("`profile`, `interactions`, `tasks` and `log`, each as it is elsewhere. It is logged; HEAD is not. A document that does not end is not whole.")
            .Gives(new Shape.Json(), Exported(), description: "All of it."),
    ];

    private static JsonObject Exported() => new()
    {
        ["exportedAt"] = "2031-05-06T07:08:09Z",
        ["profile"] = NodeOf(Examples.Profile with { Interactions = [] }, AgentsJson.Default.ProfileView),
        ["interactions"] = new JsonArray(NodeOf(Examples.Interaction, AgentsJson.Default.InteractionView)),
        ["tasks"] = new JsonArray(NodeOf(Examples.Task, RecordsJson.Default.TaskView)),
        ["log"] = new JsonArray(NodeOf(Examples.Entry, LogJson.Default.LogEntryView)),
    };

    private static JsonNode? NodeOf<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        System.Text.Json.JsonSerializer.SerializeToNode(value, type);
}
