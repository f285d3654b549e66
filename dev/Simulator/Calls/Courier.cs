using System.Net.Http.Headers;
using System.Text;

namespace Interactions.Simulator.Calls;

/// <summary>Posts signed forms to the app, and says what came back.</summary>
internal sealed class Courier(Reach reach, string authToken, RequestCounts counts, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly MediaTypeHeaderValue FormType = MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded; charset=UTF-8");

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<WebhookAnswer> PostAsync(
        RequestKind kind, string url, IReadOnlyList<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        counts.Count(kind);
        using var tooLong = new CancellationTokenSource(Patience, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLong.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, reach.Actual(url));
            request.Content = new StringContent(string.Join('&', fields.Select(field => $"{Escape(field.Key)}={Escape(field.Value)}")), Encoding.UTF8);
            request.Content.Headers.ContentType = FormType;
            request.Headers.Add(Signature.Header, Signature.Of(url, fields, authToken));
            request.Headers.TryAddWithoutValidation("User-Agent", "TwilioProxy/1.1");
            using var response = await _http.SendAsync(request, limit.Token);
            return new WebhookAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync(limit.Token));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return WebhookAnswer.None;
        }
    }

    public void Dispose() => _http.Dispose();

    private static string Escape(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
