using System.Text;

namespace Interactions.Functions.Tests.Intake;

/// <summary>What somebody may send who means no good, or whose software is broken.</summary>
internal static class Nasty
{
    private const string Form = "Content-Type: application/x-www-form-urlencoded";
    private const string Signed = "X-Twilio-Signature: x";

    /// <summary>Parameters that come with a right signature all the same.</summary>
    public static IEnumerable<(string Name, string Value)> Fields =>
    [
        ("From", "'; DROP TABLE Conversations; --"), ("From", "../../etc/passwd"), ("From", @"a/b\c#d?e%00"), ("From", new string('9', 200)),
        ("From", new string('9', 201)), ("From", "a:b:c"), ("From", "👋"), ("From", ":"), ("From", "messenger:1"), ("From", "+"),
        ("To", "+15550100199"), ("To", "nobody"), ("To", "whatsapp:nobody"), ("To", new string('1', 201)),
        ("MessageSid", new string('a', 64)), ("MessageSid", new string('a', 65)), ("MessageSid", "SM\0"), ("MessageSid", "你好"),
        ("Body", "\0"), ("Body", new string('\0', 1_000)), ("Body", """{"$type":"System.Object"}"""),
        ("NumMedia", "-1"), ("NumMedia", "99999999999999"), ("MediaUrl0", "not an address"), ("MediaUrl0", "\0"), ("MediaContentType0", "x"),
        ("NumSegments", "0"), ("NumSegments", "NaN"), ("Latitude", "NaN"), ("Longitude", ""), ("ProfileName", new string('你', 5_000)),
        ("OptOutType", "stop now"), ("OptOutType", "\0"), ("ButtonPayload", "]]>"), ("MessagingServiceSid", "\0"), ("MessagingServiceSid", ""),
        ("", ""), ("", "value"), (new string('n', 30_000), "value"), ("[2]", "[3]"), ("constructor", "__proto__"), ("PartitionKey", "x"),
        ("MessageStatus", ""), ("MessageStatus", "DELIVERED"), ("MessageStatus", "\0"), ("MessageStatus", "unheard-of"),
        ("ErrorCode", "-1"), ("ErrorCode", "99999999999"), ("ErrorCode", "x"), ("cancellationToken", "x"), ("request", "x"),
    ];

    /// <summary>Requests that nobody signed.</summary>
    public static IEnumerable<string> Requests(string path)
    {
        yield return Raw.Post(path, "");
        yield return Raw.Post(path, "", Form, Signed);
        yield return Raw.Post(path, "=&=&&&=", Form, Signed);
        yield return Raw.Post(path, "AccountSid", Form, Signed);
        yield return Raw.Post(path, "{\"a\":1}", "Content-Type: application/json", Signed);
        yield return Raw.Post(path, "<a/>", "Content-Type: text/xml", Signed);
        yield return Raw.Post(path, "--x\r\n\r\n--x--", "Content-Type: multipart/form-data; boundary=x", Signed);
        yield return Raw.Post(path, "a=1", "Content-Type: ;;;", Signed);
        yield return Raw.Post(path, "a=1", "Content-Type: application/x-www-form-urlencoded; charset=utf-7", Signed);
        yield return Raw.Post(path, "a=1", Form, Form, Signed);
        yield return Raw.Post(path, "a=1", Form, Signed, Signed);
        yield return Raw.Post(path, "a=1", Form, "X-Twilio-Signature: " + new string('x', 20_000));
        yield return Raw.Post(path, "a=1", Form, "X-Twilio-Signature: \u00FF\u0080");
        yield return Raw.Post(path, "a=1", [Form, Signed, .. Enumerable.Range(0, 200).Select(n => $"X-{n}: {n}")]);
        yield return Raw.Post(path, "a=1", Form, Signed, "X-Long: " + new string('x', 100_000));
        yield return Raw.Post(path, "a=1", Form, Signed, "Content-Length: 7");
        yield return Raw.Post(path, "a=1", Form, Signed, "Transfer-Encoding: chunked");
        yield return Raw.Post(path, "a=1", Form, Signed, "Content-Encoding: gzip");
        yield return Raw.Post(path, "a=1", Form, Signed, "Authorization: Bearer dev-admin-1");
        yield return Raw.Post(path + "?bodySHA256", "a=1", Form, Signed);
        yield return Raw.Post(path + "?bodySHA256=", "a=1", Form, Signed);
        yield return Raw.Post(path + "?cancellationToken=x&request=y&profile=%00&sequence=-1", "a=1", Form, Signed);
        yield return Raw.Post(path + "?" + new string('q', 5_000), "a=1", Form, Signed);
        yield return Raw.Post("http://elsewhere.example.com" + path, "a=1", Form, Signed);
        yield return Raw.Post(path + "/%00", "a=1", Form, Signed);
        yield return Raw.Post(path + "/../../..", "a=1", Form, Signed);
        yield return Raw.Head($"POST {path} HTTP/1.1", Form, Signed, "Transfer-Encoding: chunked") + "zz\r\n";
        yield return Raw.Head($"POST {path} HTTP/1.1", Form, Signed, "Transfer-Encoding: chunked") + "3\r\na=1\r\n0\r\n\r\n";
        yield return Raw.Head($"POST {path} HTTP/1.1", Form, Signed, "Content-Length: 100") + "a=1";
        yield return Raw.Head($"POST {path} HTTP/1.1", Form, Signed, "Content-Length: -1");
        var random = new Random(4711);
        for (var n = 0; n < 50; n++)
        {
            var bytes = new byte[random.Next(1, 400)];
            random.NextBytes(bytes);
            yield return n % 2 == 0 ? Encoding.Latin1.GetString(bytes) + "\r\n\r\n" : Raw.Post(path, Encoding.Latin1.GetString(bytes), Form, Signed);
        }
    }
}
