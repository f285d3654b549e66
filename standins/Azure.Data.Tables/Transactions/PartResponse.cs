using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Transactions;

/// <summary>The answer to one action of a transaction: an HTTP answer written out.</summary>
internal sealed class PartResponse : Response
{
    private readonly ReadOnlyMemory<byte> _head;
    private Dictionary<string, string>? _headers;

    public PartResponse(ReadOnlyMemory<byte> http)
    {
        var blank = http.Span.IndexOf("\r\n\r\n"u8);
        _head = http[..blank];
        ContentStream = Stream(http[(blank + 4)..]);

        // HTTP/1.1 204 No Content
        Status = int.Parse(_head.Span.Slice("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture);
    }

    public override int Status { get; }

    public override string ReasonPhrase => Lines()[0]["HTTP/1.1 204 ".Length..];

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId
    {
        get => Parsed.GetValueOrDefault("x-ms-client-request-id", "");
        set => Parsed["x-ms-client-request-id"] = value;
    }

    private Dictionary<string, string> Parsed => _headers ??= Parse();

    // Memory only: what was answered stays readable.
    public override void Dispose()
    {
    }

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) =>
        Parsed.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = Parsed.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }

    protected override bool ContainsHeader(string name) => Parsed.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() =>
        Parsed.Select(header => new HttpHeader(header.Key, header.Value));

    private static MemoryStream Stream(ReadOnlyMemory<byte> body) => MemoryMarshal.TryGetArray(body, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false, publiclyVisible: true)
        : new MemoryStream(body.ToArray(), 0, body.Length, writable: false, publiclyVisible: true);

    private string[] Lines() => Encoding.ASCII.GetString(_head.Span).Split("\r\n");

    private Dictionary<string, string> Parse()
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Lines().Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return headers;
    }
}
