namespace Interactions.Standins.Tests.Twilio;

/// <summary>Points a client of Twilio at another host: path, query, credentials and body stay as they are.</summary>
internal sealed class SentElsewhere(Uri address, HttpMessageHandler wire) : DelegatingHandler(wire)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(address, request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
