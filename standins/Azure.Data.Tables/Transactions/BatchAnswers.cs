using System.Text;

namespace Azure.Data.Tables.Transactions;

/// <summary>The answers within a batch's answer, in the order of its actions. A refused batch holds just one.</summary>
internal static class BatchAnswers
{
    private static ReadOnlySpan<byte> NewLine => "\r\n"u8;

    private static ReadOnlySpan<byte> BlankLine => "\r\n\r\n"u8;

    public static IReadOnlyList<Response> In(Response response)
    {
        var answers = new List<Response>();
        Collect(response.Content.ToMemory().Span, response.Headers.ContentType!, answers);
        return answers;
    }

    // A batch holds change sets, a change set holds answers; both are multipart.
    private static void Collect(ReadOnlySpan<byte> content, string contentType, List<Response> answers)
    {
        if (BoundaryIn(contentType) is not { } boundary)
        {
            answers.Add(Answer(content));
            return;
        }

        Span<byte> delimiter = stackalloc byte[boundary.Length + 2];
        Encoding.ASCII.GetBytes("--", delimiter);
        Encoding.ASCII.GetBytes(boundary, delimiter[2..]);

        var start = content.IndexOf(delimiter);
        while (start >= 0)
        {
            content = content[(start + delimiter.Length)..];
            start = content.IndexOf(delimiter);
            if (start >= 0)
                CollectPart(content[..start], answers);
        }
    }

    private static void CollectPart(ReadOnlySpan<byte> part, List<Response> answers)
    {
        var blank = part.IndexOf(BlankLine);
        var headers = PartResponse.HeadersIn(part[..blank]);
        Collect(part[(blank + BlankLine.Length)..], headers.GetValueOrDefault("Content-Type", ""), answers);
    }

    private static PartResponse Answer(ReadOnlySpan<byte> http)
    {
        var line = http[..http.IndexOf(NewLine)];
        var rest = http[line.Length..];
        var blank = rest.IndexOf(BlankLine);

        // HTTP/1.1 204 No Content
        var words = Encoding.ASCII.GetString(line).Split(' ', 3);
        var headers = PartResponse.HeadersIn(rest[..blank]);
        return new PartResponse(words, headers, rest[(blank + BlankLine.Length)..].ToArray());
    }

    private static string? BoundaryIn(string contentType)
    {
        const string Name = "boundary=";
        var at = contentType.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : contentType[(at + Name.Length)..].Split(';')[0].Trim('"', ' ');
    }
}
