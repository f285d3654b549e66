using System.Text;

namespace Azure.Data.Tables.Transactions;

/// <summary>The answers within a batch's answer, in the order of its actions. A refused batch holds just one.</summary>
internal static class BatchAnswers
{
    private static ReadOnlySpan<byte> BlankLine => "\r\n\r\n"u8;

    private static ReadOnlySpan<byte> Boundary => "boundary="u8;

    public static IReadOnlyList<Response> In(Response response)
    {
        var answers = new List<Response>();
        Collect(response.Content.ToMemory(), Encoding.ASCII.GetBytes(response.Headers.ContentType!), answers);
        return answers;
    }

    // A batch holds change sets, a change set holds answers; what holds others has a boundary.
    private static void Collect(ReadOnlyMemory<byte> content, ReadOnlySpan<byte> headers, List<Response> answers)
    {
        if (headers.IndexOf(Boundary) is var at && at < 0)
        {
            answers.Add(new PartResponse(content));
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
