using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Interactions.Functions.Http;

/// <summary>What whoever asks has already (RFC 9110, 13.1.2). Compared weakly, since a proxy that compresses marks tags so.</summary>
internal static class IfNoneMatch
{
    public static bool Names(HttpRequest request, string etag) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && EntityTagHeaderValue.TryParseList([.. request.Headers.IfNoneMatch.OfType<string>()], out var known)
        && known.Any(tag => tag.Tag == "*" || tag.Tag == etag);
}
