using System.Net;
using System.Net.Http.Headers;
using Interactions.Functions.Hosting;
using Interactions.Functions.Http;
using Interactions.Functions.Messaging.Provider;
using Interactions.Functions.Security;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Attachments;

/// <summary>Fetches media from the provider. It is asked with our credentials, and where it sends us on to without them: by hand, and not to anywhere.</summary>
internal sealed class MediaSource(MediaPlaces places, TwilioSettings settings, MediaLimits limits, TimeProvider clock, ILogger<MediaSource> logger) : IDisposable
{
    private const int MostRedirects = 3;

    private readonly HttpClient _http = new(new EitherToken(settings, new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    }))
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>What the provider answers as soon as it begins to; whoever gets it has to dispose of it.</summary>
    public async Task<(HttpResponseMessage? Response, Problem? Problem)> OpenAsync(string url, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !places.IsOurs(address))
            return Refuse("its address is not one of our account's media");

        using var time = new CancellationTokenSource(limits.ForHeaders, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            return await FollowAsync(address, limit.Token);
        }
        catch (HttpRequestException fault)
        {
            return Lack(fault.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested)
        {
            return Lack("it did not answer in time");
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<(HttpResponseMessage? Response, Problem? Problem)> FollowAsync(Uri address, CancellationToken cancellationToken)
    {
        var response = await AskAsync(address, Credentials(), cancellationToken);
        for (var hop = 0; IsRedirect(response.StatusCode); hop++)
        {
            var isSaid = Uri.TryCreate(address, response.Headers.Location, out var next);
            response.Dispose();
            if (hop == MostRedirects)
                return Refuse("it is sent on too often");
            if (!isSaid || next is null || !places.IsStore(next))
                return Refuse("it is sent on to somewhere else");
            address = next;
            response = await AskAsync(address, credentials: null, cancellationToken);
        }

        if (response.StatusCode == HttpStatusCode.OK && !(response.Content.Headers.ContentLength > limits.Largest))
            return (response, null);

        using (response)
        {
            return response.StatusCode switch
            {
                HttpStatusCode.OK => Refuse("it is too large"),
                HttpStatusCode.NotFound or HttpStatusCode.Gone => (null, Problems.NotFound("attachment")),
                var status => Lack($"it answered {(int)status}"),
            };
        }
    }

    private async Task<HttpResponseMessage> AskAsync(Uri address, AuthenticationHeaderValue? credentials, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Authorization = credentials } };
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private AuthenticationHeaderValue Credentials() =>
        EitherToken.CredentialsOf(settings.AccountSid, settings.AuthTokens[0]);

    private static bool IsRedirect(HttpStatusCode status) =>
        status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private (HttpResponseMessage? Response, Problem? Problem) Refuse(string why)
    {
        logger.MediaRefused(why);
        return (null, Problems.MediaRefused());
    }

    private (HttpResponseMessage? Response, Problem? Problem) Lack(string why)
    {
        logger.MediaUnavailable(why);
        return (null, Problems.MediaUnavailable());
    }
}
