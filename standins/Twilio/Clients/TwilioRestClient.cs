#nullable disable

using System.Net;
using Twilio.Exceptions;
using Twilio.Http;

namespace Twilio.Clients;

public class TwilioRestClient(
    string username,
    string password,
    string accountSid = null,
    string region = null,
    Http.HttpClient httpClient = null,
    string edge = null) : ITwilioRestClient
{
    public Http.HttpClient HttpClient { get; } = httpClient ?? new SystemNetHttpClient();

    public string AccountSid { get; } = accountSid ?? username;

    public string Region { get; } = region;

    public string Edge { get; set; } = edge;

    public Response Request(Request request)
    {
        Complete(request);
        Response response;
        try
        {
            response = HttpClient.MakeRequest(request);
        }
        catch (Exception failure)
        {
            throw NoAnswer(request, failure);
        }

        return Judged(response);
    }

    public async Task<Response> RequestAsync(Request request)
    {
        Complete(request);
        Response response;
        try
        {
            response = await HttpClient.MakeRequestAsync(request);
        }
        catch (Exception failure)
        {
            throw NoAnswer(request, failure);
        }

        return Judged(response);
    }

    private void Complete(Request request)
    {
        if (username is not null && password is not null) (request.Username, request.Password) = (username, password);
        request.Region = Region ?? request.Region;
        request.Edge = Edge ?? request.Edge;
    }

    private static ApiConnectionException NoAnswer(Request request, Exception failure) =>
        new($"No answer to {request.Method} {request.ConstructUrl()}", failure);

    private static Response Judged(Response response)
    {
        if (response is null) throw new ApiConnectionException("No answer.");
        if (response.StatusCode is >= HttpStatusCode.OK and < HttpStatusCode.BadRequest) return response;
        throw ErrorAnswer.From(response);
    }
}
