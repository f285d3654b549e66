using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Interactions.Functions.Workspace;

/// <summary>A file of the pages, with what it is compressed to.</summary>
/// <param name="Encodings">By the name of the encoding, the smallest first; the last is the file as it is.</param>
internal sealed record WorkspaceFile(string ContentType, string ETag, bool IsNamedByContent, IReadOnlyList<(string Encoding, byte[] Bytes)> Encodings)
{
    private const string AsItIs = "identity";

    public static WorkspaceFile Read(string path, bool isNamedByContent)
    {
        var bytes = File.ReadAllBytes(path);
        var encodings = new List<(string, byte[])>();
        foreach (var (encoding, suffix) in ((string, string)[])[("br", ".br"), ("gzip", ".gz")])
        {
            if (File.Exists(path + suffix))
                encodings.Add((encoding, File.ReadAllBytes(path + suffix)));
        }

        encodings.Add((AsItIs, bytes));
        return new(TypeOf(path), $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..24]}\"", isNamedByContent, encodings);
    }

    /// <summary>The smallest that whoever asks can read; the encoding is null where it is the file as it is.</summary>
    public (string? Encoding, byte[] Bytes) For(IReadOnlyList<string?> accepted)
    {
        var (encoding, bytes) = Encodings.First(each => each.Encoding == AsItIs || Takes(accepted, each.Encoding));
        return (encoding == AsItIs ? null : encoding, bytes);
    }

    private static bool Takes(IReadOnlyList<string?> accepted, string encoding) =>
        StringWithQualityHeaderValue.TryParseList([.. accepted.OfType<string>()], out var asked)
        && asked.Any(each => each.Quality is not 0 && each.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase));

    private static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".json" => "application/json; charset=utf-8",
        var other => throw new NotSupportedException($"Nobody has said of which type {other} is."),
    };
}
