using Interactions.Simulator;
using Twilio.Clients;
using Twilio.Http;

namespace Interactions.Functions.Tests.Phones;

/// <summary>Twilio's own client, led to a simulator.</summary>
internal static class TwilioClient
{
    public static TwilioRestClient For(PhoneSimulator phones, string authToken = Webhooks.TwilioPayload.AuthToken, TimeSpan? patience = null)
    {
        var http = new System.Net.Http.HttpClient(new Elsewhere(phones.Url)) { Timeout = patience ?? TimeSpan.FromSeconds(15) };
        return new TwilioRestClient(Webhooks.TwilioPayload.Account, authToken, httpClient: new SystemNetHttpClient(http));
    }

    private sealed class Elsewhere(Uri address) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new UriBuilder(request.RequestUri!) { Scheme = address.Scheme, Host = address.Host, Port = address.Port }.Uri;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
