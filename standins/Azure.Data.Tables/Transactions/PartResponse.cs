using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Transactions;

/// <summary>The answer to one action of a transaction.</summary>
internal sealed class PartResponse : Response
{
    private readonly Dictionary<string, string> _headers;

    public PartResponse(string[] statusLine, Dictionary<string, string> headers, byte[] body)
    {
        Status = int.Parse(statusLine[1], CultureInfo.InvariantCulture);
        ReasonPhrase = statusLine.ElementAtOrDefault(2) ?? "";
        ContentStream = new MemoryStream(body, 0, body.Length, writable: false, publiclyVisible: true);
        ClientRequestId = headers.GetValueOrDefault("x-ms-client-request-id", "");
        _headers = headers;
    }

    public override int Status { get; }

    public override string ReasonPhrase { get; }

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; }

    public static Dictionary<string, string> HeadersIn(ReadOnlySpan<byte> lines)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Encoding.ASCII.GetString(lines).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return headers;
    }

    // Memory only: what was answered stays readable.
    public override void Dispose()
    {
    }

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) =>
        _headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = _headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }

    protected override bool ContainsHeader(string name) => _headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() =>
        _headers.Select(header => new HttpHeader(header.Key, header.Value));
}
