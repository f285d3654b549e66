using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Interactions.Functions.Security;

/// <summary>What a request asks for, spelled as it came: a path that was decoded and encoded again is not what was signed.</summary>
internal static class RequestTarget
{
    public static string Of(HttpRequest request) =>
        request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget is ['/', ..] raw
            ? raw
            : request.PathBase.Add(request.Path).ToUriComponent() + request.QueryString.Value;
}
