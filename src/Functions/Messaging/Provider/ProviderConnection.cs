using Interactions.Domain.Messages;
using Interactions.Functions.Security;
using Twilio.Clients;
using Twilio.Http;

namespace Interactions.Functions.Messaging.Provider;

/// <summary>Twilio's client, which waits for an answer as long as is waited for one.</summary>
internal static class ProviderConnection
{
    public static ITwilioRestClient Open(TwilioSettings settings)
    {
        var wire = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = SendingTimes.Call / 2,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        var http = new System.Net.Http.HttpClient(
            new EitherToken(settings, new AtMostOnce { InnerHandler = new ApiAddress(settings.ApiBaseUrl) { InnerHandler = wire } }))
        {
            Timeout = SendingTimes.Call,
        };
        return new TwilioRestClient(settings.AccountSid, settings.AuthTokens[0], httpClient: new SystemNetHttpClient(http));
    }
}
