#nullable disable

using System.Net.Http.Headers;
using System.Text;

namespace Twilio.Http;

public class SystemNetHttpClient(System.Net.Http.HttpClient httpClient = null) : HttpClient
{
    private static readonly SocketsHttpHandler WithoutRedirects = new() { AllowAutoRedirect = false };
    private readonly System.Net.Http.HttpClient _client = httpClient ?? new(WithoutRedirects, disposeHandler: false);

    public override Response MakeRequest(Request request) => MakeRequestAsync(request).GetAwaiter().GetResult();

    public override async Task<Response> MakeRequestAsync(Request request)
    {
        using var message = Message(request);
        LastRequest = request;
        LastResponse = null;
        using var answer = await _client.SendAsync(message).ConfigureAwait(false);
        var content = await answer.Content.ReadAsStringAsync().ConfigureAwait(false);
        var response = new Response(answer.StatusCode, content, answer.Headers);
        LastResponse = response;
        return response;
    }

    private static HttpRequestMessage Message(Request request)
    {
        var message = new HttpRequestMessage(new System.Net.Http.HttpMethod(request.Method.ToString()), request.ConstructUrl());
        if (!request.Method.Equals(HttpMethod.Get)) message.Content = new FormUrlEncodedContent(request.PostParams);
        if (request is { Username: not null, Password: not null })
            message.Headers.Authorization = new("Basic", Credentials(request));
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue("twilio-csharp-standin", "7.14.9"));
        foreach (var (name, value) in request.HeaderParams) message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    private static string Credentials(Request request) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{request.Username}:{request.Password}"));
}
