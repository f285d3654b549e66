using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Interactions.Functions.Attachments;

/// <summary>Passes on what comes, piece by piece. Once it has begun, whoever reads it learns only by the end of the connection that it did not come whole.</summary>
internal sealed class MediaAnswer(HttpResponseMessage response, MediaKind kind, string name, MediaLimits limits, TimeProvider clock) : IResult
{
    private const int Piece = 64 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var length = response.Content.Headers.ContentLength;
        var headers = httpContext.Response.Headers;
        headers.ContentType = kind.ContentType;
        headers.ContentLength = length;
        headers.ContentDisposition = $"{(kind.IsShown ? "inline" : "attachment")}; filename=\"{name}.{kind.Extension}\"";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.CacheControl = "private";
        headers.Append(HeaderNames.Vary, HeaderNames.Authorization);
        if (!HttpMethods.IsHead(httpContext.Request.Method) && !await IsPassedOnAsync(httpContext, length))
            httpContext.Abort();
    }

    private async Task<bool> IsPassedOnAsync(HttpContext http, long? length)
    {
        var piece = ArrayPool<byte>.Shared.Rent(Piece);
        using var time = new CancellationTokenSource(limits.ForMore, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(time.Token, http.RequestAborted);
        try
        {
            await using var source = await response.Content.ReadAsStreamAsync(limit.Token);
            for (var passed = 0L; ;)
            {
                var read = await source.ReadAsync(piece, limit.Token);
                passed += read;
                if (read == 0)
                    return length is null || passed == length;
                if (passed > limits.Largest)
                    return false;
                await http.Response.Body.WriteAsync(piece.AsMemory(0, read), limit.Token);
                time.CancelAfter(limits.ForMore);
            }
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException or OperationCanceledException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }
}
