#nullable disable

using System.Net;
using Twilio.Rest;

namespace Twilio.Http;

public class Request
{
    public Request(HttpMethod method, string url)
    {
        Method = method;
        Uri = new Uri(url);
        QueryParams = [];
        PostParams = [];
        HeaderParams = [];
    }

    internal Request(HttpMethod method, Domain domain, string path)
        : this(method, $"https://{domain}.twilio.com{path}")
    {
    }

    public HttpMethod Method { get; }

    public Uri Uri { get; private set; }

    public string Username { get; set; }

    public string Password { get; set; }

    public string Region { get; set; }

    public string Edge { get; set; }

    public List<KeyValuePair<string, string>> QueryParams { get; private set; }

    public List<KeyValuePair<string, string>> PostParams { get; private set; }

    public List<KeyValuePair<string, string>> HeaderParams { get; private set; }

    public void AddQueryParam(string name, string value) => QueryParams.Add(new(name, value));

    public void AddPostParam(string name, string value) => PostParams.Add(new(name, value));

    public void AddHeaderParam(string name, string value) => HeaderParams.Add(new(name, value));

    public Uri ConstructUrl()
    {
        var address = TwilioHost.For(Uri, Region, Edge).AbsoluteUri;
        return new Uri(QueryParams.Count == 0 ? address : $"{address}?{Encoded(QueryParams)}");
    }

    private static string Encoded(IEnumerable<KeyValuePair<string, string>> fields) =>
        string.Join('&', fields.Select(field => $"{WebUtility.UrlEncode(field.Key)}={WebUtility.UrlEncode(field.Value)}"));
}
