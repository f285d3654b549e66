using System.Net;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Http;

namespace Interactions.Simulation.Cloud;

/// <summary>The carrier's REST interface as one instance reaches it.</summary>
internal sealed class CarrierClient(Carrier carrier, Network network, Skies skies) : ITwilioRestClient
{
    // What is put on the wire goes out once.
    private readonly Network.Way _way = new(Side.Carrier, () => skies.IsAway(Side.Carrier), Unclear, NotReached, Throttled, Repeats: false);

    public string AccountSid => Apps.Blueprint.Account;

    public string Region => "us1";

    public Twilio.Http.HttpClient HttpClient => throw new NotSupportedException("Nobody speaks to the carrier but through this client.");

    public Response Request(Request request) => throw new NotSupportedException("Nobody waits for the carrier without awaiting.");

    public async Task<Response> RequestAsync(Request request)
    {
        var content = "";
        await network.PassAsync(_way, $"{request.Method} {request.Uri.AbsolutePath}", () => content = Answer(request), CancellationToken.None);
        return new Response(HttpStatusCode.OK, content);
    }

    private string Answer(Request request) =>
        request.Method.Equals(Twilio.Http.HttpMethod.Post) ? carrier.Create(Fields(request.PostParams))
        : request.Method.Equals(Twilio.Http.HttpMethod.Delete) ? carrier.Delete(request.Uri)
        : carrier.List(request.Uri, Fields(request.QueryParams));

    private static Dictionary<string, string> Fields(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in fields)
            found.TryAdd(name, value);
        return found;
    }

    private static ApiConnectionException Unclear() => new ApiConnectionException("Connection Error: POST", new TaskCanceledException("The answer did not come in time."));

    private static ApiConnectionException NotReached() => new ApiConnectionException(
        "Connection Error: POST", new HttpRequestException(HttpRequestError.ConnectionError, "refused"));

    private static ApiException Throttled() => new ApiException(20429, 429, "Too Many Requests", "", null, null);
}
