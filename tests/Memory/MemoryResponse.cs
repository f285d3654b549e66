using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure;
using Azure.Core;

namespace Interactions.Memory;

/// <summary>What storage answers besides values.</summary>
internal sealed class MemoryResponse(int status, string? errorCode = null, ETag? eTag = null) : Response
{
    public override int Status => status;

    public override string ReasonPhrase => errorCode ?? "";

    public override Stream? ContentStream { get; set; } = new MemoryStream(
        Encoding.UTF8.GetBytes(errorCode is null ? "" : $$"""{"odata.error":{"code":"{{errorCode}}" } }"""));

    public override string ClientRequestId { get; set; } = "";

    public static Response Written(MemoryRow? row) => new MemoryResponse(204, eTag: row?.ETag);

    public override void Dispose()
    {
    }

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = name.Equals("ETag", StringComparison.OrdinalIgnoreCase) ? eTag?.ToString() : null;
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() =>
        eTag is { } known ? [new HttpHeader("ETag", known.ToString())] : [];
}
