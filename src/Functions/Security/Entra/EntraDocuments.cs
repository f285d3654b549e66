using Microsoft.IdentityModel.Protocols;

namespace Interactions.Functions.Security.Entra;

/// <summary>Fetches what the directory publishes: over TLS, without following it elsewhere, and not for long.</summary>
internal sealed class EntraDocuments : IDocumentRetriever, IDisposable
{
    private const int Largest = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        MaxResponseContentBufferSize = Largest,
        Timeout = Patience,
    };

    /// <summary>On the way to another machine anybody could say what the keys are.</summary>
    public static bool MayBeAsked(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    public Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !MayBeAsked(uri))
            throw new IOException("The directory names an address that is not https.");
        return new HttpDocumentRetriever(_http) { RequireHttps = !uri.IsLoopback }.GetDocumentAsync(address, cancel);
    }

    public void Dispose() => _http.Dispose();
}
