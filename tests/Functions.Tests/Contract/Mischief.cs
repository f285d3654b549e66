using System.Text;
using System.Text.Json.Nodes;
using Interactions.Functions.Contract;
using Interactions.Functions.Security;

namespace Interactions.Functions.Tests.Contract;

/// <summary>Makes requests that nobody should send, and some that anybody might, out of what an operation says it takes.</summary>
internal sealed class Mischief(Instance instance, IReadOnlyDictionary<string, string[]> ids)
{
    private static readonly string[] Somebody = ["dev-agent-1", "dev-agent-2", "dev-agent-2", "dev-supervisor-1", "dev-admin-1"];

    private static readonly string?[] Anybody =
    [
        null, "dev-agent-1", "dev-supervisor-1", "dev-admin-1", "dev-agent-stranger", "dev-nobody", "", "%00", "dev-agent-" + new string('x', 300),
    ];

    private static readonly string[] Verbs = ["get", "post", "put", "patch", "delete", "head", "options", "trace", "PROPFIND"];

    private static readonly string?[] ContentTypes =
    [
        null, "", "text/plain", "application/json; charset=utf-16", "application/json;", "multipart/form-data; boundary=x", "json",
        "application/x-www-form-urlencoded", "application/json, text/plain", "application/merge-patch+json",
    ];

    private static readonly (string Name, string[] Values)[] HeaderValues =
    [
        ("If-Match", ["", "*", "\"", "W/\"1\"", "\"1\", \"2\"", "1", "\"99999999999999999999\"", new string('"', 500), "\"\u00e9\"", "*, *", "\"1\",,"]),
        ("Idempotency-Key", ["", " ", "a b", new string('k', 255), new string('k', 256), "\u00e9", "\"quoted\"", "a,b", "%00"]),
        ("If-None-Match", ["*", "\"", "W/\"1\"", "\"1\"", ""]),
        ("Accept", ["text/html", "nonsense", "application/json;q=0"]),
        ("Origin", ["null", "https://example.com", "nonsense"]),
        ("Expect", ["100-continue"]),
        ("Content-Encoding", ["gzip"]),
        ("X-HTTP-Method-Override", ["DELETE"]),
    ];

    private static readonly string[] Values =
    [
        "", "0", "-1", "1", "200", "201", "1e3", "1.5", "99999999999999999999", "NaN", "%00", "%ff", "%", "%zz", "..%2f..", "%d9%a3",
        "true", "null", "[]", "%20", "+1", "2031-05-06T07:08:09Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999-14:00",
        "2031-02-30T00:00:00Z", "MQ", "MTAwMDAwMDAwMDAwMA", "LTE", "c3VwcG9ydA", "AAAA", "_____w", "dGVsOjE", "Li4vLi4", "L1wjPw", "YQBi",
        "support", "agent-1", "closedComplete", "done", "New", "1%00", "%f0%9f%98%80", new string('a', 1025), new string('9', 400),
    ];

    private static readonly string[] BadIds =
    [
        "..%2f..%2f", "%2e%2e", "%2e%2e%2fusers", ".", "..", "%00", "a%00b", "%ff", "%", "%zz", "%0d%0aX:%20y", "*", "'", "%5c", "%23", "%3f",
        "%27%20or%201%20eq%201", "%2f", "%20", "%f0%9f%98%80", "-1", "0", "IMS0000000", "IMS9999999", "IMS9223372036854775807",
        "IMS9223372036854775808", "ims0000001", "IMS00000001", "mfzwizltoq2tsmjsgm4a", "mfzwizltoq2tsmjsgm4a.0", "mfzwizltoq2tsmjsgm4a.01",
        "mfzwizltoq2tsmjsgm4a.2147483647", "mfzwizltoq2tsmjsgm4a.2147483648", "tel:%2B12025550123", "SM1", "test", "replay", "inbox",
        "null", "undefined", "%7bid%7d", "2147483648", "t-abcdefgh2345", new string('a', 64), new string('a', 65), new string('a', 2000),
        "A", "@", "_", "support", "agent-1", "main", "weekdays", "u-1",
    ];

    public Sending Make(Operation operation, Random random)
    {
        var sending = new Sending(operation.Verb, PathOf(operation, random, 0.15), TokenFor(operation, random));
        if (operation.Takes("If-Match") && operation.Path.StartsWith("console/", StringComparison.Ordinal) && random.Next(2) == 0)
            sending = sending.With("If-Match", "*");
        if (operation.Takes("Idempotency-Key") && random.Next(6) == 0)
            sending = sending.With("Idempotency-Key", "again");
        if (operation.Body is { } body && (!body.MayBeMissing || random.Next(3) > 0))
            sending = sending with { ContentType = body.MediaType, Body = BodyOf(body, random) };
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.In == Place.Query && random.Next(3) == 0))
            sending = sending.Asking(parameter.Name, random.Next(4) == 0 && parameter.Example is { } example ? example : Pick(Values, random));

        return random.Next(14) switch
        {
            0 => sending with { ContentType = Pick(ContentTypes, random), Body = sending.Body ?? [] },
            1 => sending with { Verb = Pick(Verbs, random) },
            2 => sending.Asking("limit", "1").Asking("limit", Pick(Values, random)),
            3 => sending.Asking(Pick(["nonsense", "cancellationToken", "id", "request", "%00", "%ff", "limit", "cursor", "wait"], random), Pick(Values, random)),
            4 or 5 or 6 when Pick(HeaderValues, random) is var (name, values) => sending.With(name, Pick(values, random)),
            7 => sending with { Path = PathOf(operation, random, 1) },
            8 => sending with { Path = sending.Path + Pick(["/", "//", "/.", "/%2e%2e", "/x", "%20", ";a=b", "%00"], random) },
            9 when sending.Body is { } bytes => sending with { Body = Bytes(bytes, random) },
            _ => sending,
        };
    }

    // Mostly somebody who may, so that what they send is looked at.
    private static string? TokenFor(Operation operation, Random random) => random.Next(7) == 0 ? Pick(Anybody, random)
        : operation.Permission.Theirs == May.No ? "dev-admin-1"
        : Pick(Somebody, random);

    private string PathOf(Operation operation, Random random, double evil) => operation.Parameters
        .Where(parameter => parameter.In == Place.Path)
        .Aggregate("/" + operation.Route, (path, parameter) => path.Replace(
            $"{{{parameter.Name}}}",
            random.NextDouble() < evil ? Pick(BadIds, random) : Pick(IdsFor(operation, parameter), random),
            StringComparison.Ordinal));

    // By what the path is up to there.
    private string[] IdsFor(Operation operation, Parameter parameter) =>
        ids[operation.Path[..operation.Path.IndexOf($"{{{parameter.Name}}}", StringComparison.Ordinal)]];

    private byte[] BodyOf(RequestBody body, Random random) => body.Shape switch
    {
        Shape.Text => Encoding.UTF8.GetBytes(body.Example.ToString()),
        null => Encoding.UTF8.GetBytes(random.Next(2) == 0 ? "{}" : Spoilt.Text(random)),
        var shape => Encoding.UTF8.GetBytes(random.Next(12) switch
        {
            0 => body.Example.ToJsonString(),
            1 => Spoilt.Text(random),
            2 => instance.Of(SchemaOf(shape), full: true).ToJsonString(),
            _ => Spoilt.In(random.Next(2) == 0 ? body.Example : instance.Of(SchemaOf(shape), full: true), random),
        }),
    };

    private static JsonNode SchemaOf(Shape shape) => Operations.All
        .Where(operation => operation.Body?.Shape == shape)
        .Select(operation => OpenApiDocument.Instance.Json["paths"]!["/" + operation.Route]![operation.Verb]!["requestBody"]!["content"]!["application/json"]!["schema"]!)
        .First();

    private static byte[] Bytes(byte[] bytes, Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                return [];
            case 1:
                return [.. Encoding.UTF8.GetPreamble(), .. bytes];
            case 2:
                return Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes));
            case 3 when random.Next(3) == 0:
                return [.. bytes, .. Enumerable.Repeat((byte)' ', 2 * 1024 * 1024)];
            case 4:
                return bytes[..random.Next(bytes.Length + 1)];
            default:
                var spoilt = bytes.ToArray();
                for (var place = 0; place < Math.Min(3, spoilt.Length); place++)
                    spoilt[random.Next(spoilt.Length)] = (byte)random.Next(256);
                return spoilt;
        }
    }

    private static T Pick<T>(T[] among, Random random) => among[random.Next(among.Length)];
}
