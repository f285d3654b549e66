using Azure.Data.Tables;
using Interactions.Functions.Tests.Webhooks;
using Interactions.Memory;

namespace Interactions.Functions.Tests.Driver;

/// <summary>The settings of an app under test; each has a bus of its own unless it says otherwise.</summary>
internal sealed record AppSettings(string Storage, string Bus)
{
    public static AppSettings Default => new(
        "UseDevelopmentStorage=true",
        $"Endpoint=sb://{Guid.NewGuid():N};SharedAccessKeyName=Root;SharedAccessKey=secret;UseDevelopmentEmulator=true");

    /// <summary>Tables in this process, instead of those that <see cref="Storage"/> leads to.</summary>
    public MemoryTables? Memory { get; init; }

    /// <summary>The tables, by a way that nobody watches.</summary>
    public TableServiceClient Tables => Memory ?? new TableServiceClient(Storage);

    public string Environment { get; init; } = "Development";

    public string? CorsOrigins { get; init; }

    /// <summary>What an app has besides, or otherwise than the others.</summary>
    public IReadOnlyDictionary<string, string?> More { get; init; } = new Dictionary<string, string?>();

    public IEnumerable<KeyValuePair<string, string?>> Values => [.. Usual.Where(each => !More.ContainsKey(each.Key)), .. More];

    private IEnumerable<KeyValuePair<string, string?>> Usual =>
    [
        new("AzureWebJobsStorage", Storage),
        new("ServiceBus", Bus),
        new("RoutingQueue", "routing"),
        new("OutboundQueue", "outbound"),
        new("TimeoutsQueue", "timeouts"),
        new("Interactions:Environment", Environment),
        new("Interactions:CorsOrigins", CorsOrigins),
        new("Interactions:PublicBaseUrl", TwilioPayload.PublicBaseUrl),
        new("Twilio:AccountSid", TwilioPayload.Account),
        new("Twilio:AuthToken", TwilioPayload.AuthToken),

        // Nobody is there, unless a test says who.
        new("Twilio:ApiBaseUrl", "http://127.0.0.1:9"),
    ];
}
