using System.Text;

namespace Azure.Data.Tables.Transactions;

/// <summary>The answers within a batch's answer, in the order of its actions. A refused batch holds just one.</summary>
internal static class BatchAnswers
{
    private static ReadOnlySpan<byte> BlankLine => "\r\n\r\n"u8;

    private static ReadOnlySpan<byte> Boundary => "boundary="u8;

    /// <summary>Throws when this is no answer to the batch: what became of it is then unknown.</summary>
    public static IReadOnlyList<Response> In(Response response, int actions)
    {
        var answers = new List<Response>();
        try
        {
            Collect(response.Content.ToMemory(), Encoding.ASCII.GetBytes(response.Headers.ContentType ?? ""), answers);
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException)
        {
            throw new RequestFailedException(response, malformed);
        }

        return answers is [{ Status: >= 400 }] || answers.Count == actions
            ? answers
            : throw new RequestFailedException(response, new InvalidDataException($"{answers.Count} answers to {actions} actions."));
    }

    // A batch holds change sets, a change set holds answers; what holds others has a boundary.
    private static void Collect(ReadOnlyMemory<byte> content, ReadOnlySpan<byte> headers, List<Response> answers)
    {
        if (headers.IndexOf(Boundary) is var at && at < 0)
        {
            // The emulator puts a line of its own before the answer that refuses a batch as a whole.
            answers.Add(new PartResponse(content[content.Span.IndexOf("HTTP/1.1 "u8)..]));
            return;
        }

        var boundary = headers[(at + Boundary.Length)..];
        var end = boundary.IndexOfAny("\r; "u8);
        Split(content, [.. "--"u8, .. (end < 0 ? boundary : boundary[..end]).Trim((byte)'"')], answers);
    }

    private static void Split(ReadOnlyMemory<byte> content, ReadOnlySpan<byte> delimiter, List<Response> answers)
    {
        var start = content.Span.IndexOf(delimiter);
        while (start >= 0)
        {
            content = content[(start + delimiter.Length)..];
            start = content.Span.IndexOf(delimiter);
            if (start < 0)
                return;

            var blank = content.Span.IndexOf(BlankLine);
            Collect(content[(blank + BlankLine.Length)..start], content.Span[..blank], answers);
        }
    }
}
