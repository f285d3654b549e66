namespace Interactions.Functions.Messaging.Provider;

/// <summary>Twilio's client asks Twilio; where something stands in for it, that is asked.</summary>
internal sealed class ApiAddress(Uri baseUrl) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new UriBuilder(request.RequestUri!) { Scheme = baseUrl.Scheme, Host = baseUrl.Host, Port = baseUrl.Port }.Uri;
        return base.SendAsync(request, cancellationToken);
    }
}
