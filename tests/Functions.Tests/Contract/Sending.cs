using System.Net.Http.Headers;
using System.Text;

namespace Interactions.Functions.Tests.Contract;

/// <summary>A request as it is to go out, whatever a well-behaved client would think of it.</summary>
internal sealed record Sending(string Verb, string Path, string? Token)
{
    public string Query { get; init; } = "";

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public byte[]? Body { get; init; }

    public string? ContentType { get; init; }

    public Sending With(string header, string value) => this with { Headers = [.. Headers, (header, value)] };

    public Sending Asking(string name, string value) => this with { Query = $"{Query}{(Query.Length == 0 ? '?' : '&')}{name}={value}" };

    public HttpRequestMessage In(Uri app)
    {
        // As it is written, and not as somebody thinks it was meant.
        var request = new HttpRequestMessage(
            new HttpMethod(Verb.ToUpperInvariant()),
            new Uri(app.GetLeftPart(UriPartial.Authority) + Path + Query, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (Token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Token);
        foreach (var (name, value) in Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (Body is not null)
        {
            request.Content = new ByteArrayContent(Body);
            if (ContentType is not null)
                request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        return request;
    }

    public override string ToString() =>
        $"{Verb} {Path}{Query} as {Token ?? "nobody"} {string.Join(' ', Headers.Select(header => $"[{header.Name}: {header.Value}]"))} {ContentType}\n"
        + (Body is null ? "no body" : Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, 1000))) + (Body.Length > 1000 ? $"… ({Body.Length} bytes)" : ""));
}
