using Interactions.Functions.Security;
using Microsoft.Extensions.Configuration;

namespace Interactions.Functions.Tests.Webhooks;

internal static class Settings
{
    public static TwilioSettings Of(
        string publicBaseUrl = TwilioPayload.PublicBaseUrl,
        string authToken = TwilioPayload.AuthToken,
        string accountSid = TwilioPayload.Account,
        string? apiBaseUrl = null) =>
        TwilioSettings.From(new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Twilio:AccountSid", accountSid),
            new("Twilio:AuthToken", authToken),
            new("Interactions:PublicBaseUrl", publicBaseUrl),
            new("Twilio:ApiBaseUrl", apiBaseUrl),
        ]).Build());
}
