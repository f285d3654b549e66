using Interactions.Functions.Messaging.Provider;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Webhooks;
using Twilio.Clients;
using Twilio.Http;
using HttpClient = System.Net.Http.HttpClient;

namespace Interactions.Functions.Tests.Outbound;

/// <summary>Shows every request to Twilio to <see cref="Calls"/>, between the app's own client and the wire.</summary>
internal sealed class WatchedWire(Calls calls) : DelegatingHandler
{
    public const string Name = "twilio";

    public static ITwilioRestClient Open(Uri url, Calls calls) => new TwilioRestClient(
        TwilioPayload.Account,
        TwilioPayload.AuthToken,
        httpClient: new SystemNetHttpClient(new HttpClient(new AtMostOnce
        {
            InnerHandler = new ApiAddress(url) { InnerHandler = new WatchedWire(calls) { InnerHandler = new SocketsHttpHandler() } },
        })));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage? response = null;
        try
        {
            await calls.PassAsync(Name, async () => response = await base.SendAsync(request, cancellationToken));
        }
        catch (Azure.RequestFailedException)
        {
            // Whoever died got no answer, whether there was one or not.
            response?.Dispose();
            throw new HttpRequestException("No answer.");
        }

        return response!;
    }
}
