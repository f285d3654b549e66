using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Interactions.Functions.Security;

namespace Interactions.Functions.Messaging.Provider;

/// <summary>
/// What goes to Twilio with credentials goes with those that worked last; where Twilio does not take them, once more with the others. Only
/// then is it refused. What was not let in was not carried out, so nothing is done twice.
/// </summary>
internal sealed class EitherToken(TwilioSettings settings, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int NotAuthenticated = 20003;

    private readonly AuthenticationHeaderValue[] _credentials = [.. settings.AuthTokens.Select(token => CredentialsOf(settings.AccountSid, token))];
    private volatile int _working;

    public static AuthenticationHeaderValue CredentialsOf(string account, string token) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account}:{token}")));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Where it is sent on to it goes without.
        if (request.Headers.Authorization is null)
            return await base.SendAsync(request, cancellationToken);

        var first = _working;
        var response = await base.SendAsync(With(_credentials[first], request), cancellationToken);
        for (var other = 0; other < _credentials.Length; other++)
        {
            if (other == first || !await IsNotLetInAsync(request, response, cancellationToken))
                continue;
            response.Dispose();
            response = await base.SendAsync(With(_credentials[other], request), cancellationToken);
            if (response.StatusCode != HttpStatusCode.Unauthorized)
                _working = other;
        }

        return response;
    }

    // Each is a request of its own, so that each is put on the wire at most once. What it says belongs to the first, and is let go with it.
    private static HttpRequestMessage With(AuthenticationHeaderValue credentials, HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content, Version = request.Version, VersionPolicy = request.VersionPolicy };
        foreach (var (name, values) in request.Headers.NonValidated)
            copy.Headers.TryAddWithoutValidation(name, values);
        copy.Headers.Authorization = credentials;
        return copy;
    }

    // What would do something is sent again only where Twilio itself says that it was not let in.
    private static async Task<bool> IsNotLetInAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode != HttpStatusCode.Unauthorized)
            return false;
        if (request.Content is null)
            return true;

        // As bytes: whoever reads the answer then may do so as a stream, which can be read once.
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        try
        {
            using var said = JsonDocument.Parse(answer);
            return said.RootElement.ValueKind == JsonValueKind.Object
                && said.RootElement.TryGetProperty("code", out var code)
                && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number) && number == NotAuthenticated;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
