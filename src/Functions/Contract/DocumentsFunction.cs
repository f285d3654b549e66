using Interactions.Functions.Contract.Page;
using Interactions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Contract;

/// <summary>The contract, for programs and for people. Nobody has to say who they are: there is nothing in it of anybody.</summary>
internal static class DocumentsFunction
{
    [Function("GetOpenApi")]
    public static IResult GetOpenApi([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/openapi.json")] HttpRequest request) =>
        Answer(request, OpenApiDocument.Instance.Utf8, "application/json; charset=utf-8", OpenApiDocument.Instance.ETag);

    [Function("GetDocs")]
    public static IResult GetDocs([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/docs")] HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = DocsPage.Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return Answer(request, DocsPage.Instance.Utf8, "text/html; charset=utf-8", DocsPage.Instance.ETag);
    }

    private static IResult Answer(HttpRequest request, byte[] body, string contentType, string etag)
    {
        request.HttpContext.Response.Headers.ETag = etag;
        request.HttpContext.Response.Headers.CacheControl = "no-cache";
        return IfNoneMatch.Names(request, etag)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(body, contentType);
    }
}
