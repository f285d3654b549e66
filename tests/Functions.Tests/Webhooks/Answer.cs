using System.Net;
using Interactions.Functions.Tests.Driver;

namespace Interactions.Functions.Tests.Webhooks;

/// <summary>What Twilio is answered.</summary>
internal sealed record Answer(HttpStatusCode Status, string Body)
{
    public const string Inbound = "/api/twilio/inbound";
    public const string Fallback = "/api/twilio/fallback";

    public static async Task<Answer> To(RunningApp app, TwilioPayload payload, string path = Inbound)
    {
        using var response = await app.Client.SendAsync(payload.PostTo(path));
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
