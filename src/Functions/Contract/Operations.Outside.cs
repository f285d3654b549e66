using System.Text.Json.Nodes;
using Interactions.Functions.Health;
using Interactions.Functions.Webhooks;

namespace Interactions.Functions.Contract;

/// <summary>What Twilio, operators and anybody else ask.</summary>
internal static partial class Operations
{
    private static Operation[] Webhooks() =>
    [
        Inbound("TwilioInbound", "twilio/inbound", "A customer wrote"),
        Inbound("TwilioFallback", "twilio/fallback", "The same, called when the first gave no answer"),
        Webhook("TwilioStatus", "twilio/status", "What became of a message", "MessageSid=SM1&MessageStatus=delivered&AccountSid=AC1")
            .TakesQuery("profile", "Whose message it was; sent along by us.", Forms.ProfileId)
            .TakesQuery("sequence", "Which of theirs.", Forms.Whole(1, long.MaxValue))
            .GivesNothing(description: "It is known now."),
    ];

    private static Operation Inbound(string name, string path, string summary) =>
        Webhook(name, path, summary, "MessageSid=SM1&From=%2B12025550123&To=%2B15550100001&Body=Hello&AccountSid=AC1")
            .GivesText(TwiML.ContentType, TwiML.Nothing, "The message is stored. Texts to be sent at once stand in it.");

    private static Operation Webhook(string name, string path, string summary, string example) =>
        Post(name, path, Tags.Webhooks, summary)
            .ReadsForm(example, WebhookReader.LongestBody)
            .GivesNothing(400, "It is no form, or says too little.")
            .GivesNothing(403, "It is not signed, or speaks of another account.")
            .GivesNothing(413, "It is too large.")
            .GivesNothing(503, "Storage or the bus cannot be reached: nothing was stored, call again.");

    private static Operation[] Health() =>
    [
        Get("Health", "health", Tags.Health, "Whether the process answers")
            .Gives(HealthJson.Default.HealthReport, new("healthy"), description: "It does."),
        Get("Ready", "ready", Tags.Health, "Whether storage and the bus can be reached, and what lies there unseen")
            .Gives(HealthJson.Default.ReadinessReport, Examples.Ready, description: "They can.")
            .Gives(HealthJson.Default.ReadinessReport, Examples.NotReady, status: 503, description: "They cannot."),
    ];

    private static Operation[] Documents() =>
    [
        Get("GetOpenApi", "openapi.json", Tags.Documents, "This document, in OpenAPI 3.1")
            .Gives(new Shape.Json(), new JsonObject { ["openapi"] = OpenApiDocument.Version }, description: "The document.")
            .OrNothingNew()
            .WithETag(),
        Get("GetDocs", "docs", Tags.Documents, "This document, for people")
            .GivesText("text/html", "<!doctype html>", "A page that needs nothing else.")
            .OrNothingNew()
            .WithETag(),
    ];
}
