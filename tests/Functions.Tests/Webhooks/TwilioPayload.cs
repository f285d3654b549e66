using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Interactions.Domain.Messages;
using Interactions.Functions.Webhooks;

namespace Interactions.Functions.Tests.Webhooks;

/// <summary>
/// The body of a webhook as Twilio sends it: parameters, their order and their encoding are captured ones, with other numbers,
/// SIDs and texts. What a test changes is changed in place; the rest stays byte for byte.
/// </summary>
internal sealed class TwilioPayload
{
    public const string Account = "AC00000000000000000000000000000000";
    public const string AuthToken = "dev-twilio-token";
    public const string PublicBaseUrl = "http://localhost:7071";
    private const string Folder = "Interactions.Functions.Tests.Webhooks.Payloads.";
    private const string Extension = ".form";

    private readonly string[] _parts;

    private TwilioPayload(IEnumerable<string> parts) => _parts = [.. parts];

    /// <summary>The names of all captured payloads.</summary>
    public static IEnumerable<string> Names => typeof(TwilioPayload).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Select(name => name[Folder.Length..^Extension.Length]);

    /// <summary>The names of those that bring a customer's message.</summary>
    public static IEnumerable<string> Inbound => Names.Where(name => !name.StartsWith("status-", StringComparison.Ordinal));

    public string Body => string.Join('&', _parts);

    public byte[] Bytes => Encoding.UTF8.GetBytes(Body);

    public IReadOnlyList<KeyValuePair<string, string>> Fields =>
        [.. _parts.Select(part => KeyValuePair.Create(NameOf(part), WebUtility.UrlDecode(part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..])))];

    public static TwilioPayload Of(string name)
    {
        using var file = typeof(TwilioPayload).Assembly.GetManifestResourceStream(Folder + name + Extension)!;
        using var reader = new StreamReader(file);
        return new TwilioPayload(reader.ReadToEnd().Split('&'));
    }

    /// <summary>A payload of the parameters given and no other.</summary>
    public static TwilioPayload Bare(params (string Name, string Value)[] fields) => new(fields.Select(field => Encode(field.Name, field.Value)));

    public TwilioPayload From(string address) => With("From", address);

    public TwilioPayload To(string address) => With("To", address);

    public TwilioPayload Text(string body) => With("Body", body);

    /// <summary>Under each of the names that the payload has for it.</summary>
    public TwilioPayload Sid(string sid) => new(_parts.Select(part => NameOf(part) is "MessageSid" or "SmsMessageSid" or "SmsSid" ? Encode(NameOf(part), sid) : part));

    /// <summary>Each occurrence gets that value; where there is none, it is added.</summary>
    public TwilioPayload With(string name, string value) => _parts.Any(part => NameOf(part) == name)
        ? new(_parts.Select(part => NameOf(part) == name ? Encode(name, value) : part))
        : Adding(name, value);

    public TwilioPayload Adding(string name, string value) => new([.. _parts, Encode(name, value)]);

    public TwilioPayload Without(string name) => new(_parts.Where(part => NameOf(part) != name));

    public string? this[string name] => Fields.Where(field => field.Key == name).Select(field => field.Value).FirstOrDefault();

    /// <summary>The message it brings.</summary>
    public InboundMessage Message =>
        Assert.IsType<Parsed<InboundMessage>.Understood>(InboundMessages.Parse(FormParser.Parse(Bytes)!)).Value;

    public string Signature(string pathAndQuery, string publicBaseUrl = PublicBaseUrl, string authToken = AuthToken) =>
        Signer.Sign(publicBaseUrl + pathAndQuery, Fields, authToken);

    /// <summary>The request that Twilio makes with it.</summary>
    public HttpRequestMessage PostTo(string pathAndQuery, string publicBaseUrl = PublicBaseUrl, string authToken = AuthToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, pathAndQuery) { Content = new ByteArrayContent(Bytes) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded; charset=UTF-8");
        request.Headers.Add("X-Twilio-Signature", Signature(pathAndQuery, publicBaseUrl, authToken));
        return request;
    }

    private static string NameOf(string part) => WebUtility.UrlDecode(part.Split('=')[0]);

    private static string Encode(string name, string value) => $"{Escape(name)}={Escape(value)}";

    private static string Escape(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
