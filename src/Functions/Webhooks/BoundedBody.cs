using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Webhooks;

internal static class BoundedBody
{
    private const int FirstGuess = 4096;

    /// <summary>The request's body; null where it is longer than that, of which no more than one byte is ever held.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int most)
    {
        if (request.ContentLength > most)
            return null;

        // One byte more than there should be, so that the end is seen without growing.
        var buffer = new byte[request.ContentLength is { } declared ? (int)declared + 1 : FirstGuess];
        var length = 0;
        while (await request.Body.ReadAsync(buffer.AsMemory(length), request.HttpContext.RequestAborted) is var read and > 0)
        {
            length += read;
            if (length > most)
                return null;
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Min(length * 2, most + 1));
        }

        return buffer.AsMemory(0, length);
    }
}
