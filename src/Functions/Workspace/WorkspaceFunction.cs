using Interactions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace Interactions.Functions.Workspace;

/// <summary>The pages for agents, supervisors and admins. There is nothing of anybody in them: what they show, they ask the API for.</summary>
internal sealed class WorkspaceFunction(WorkspaceFiles files, WorkspaceSettings settings)
{
    private const string Settings = "settings.json";
    private const string Year = "public, max-age=31536000, immutable";

    private readonly string _policy = PagePolicy.For(settings);

    [Function("GetRoot")]
    public static IResult GetRoot([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "/")] HttpRequest request) =>
        Results.Redirect(request.PathBase + "/workspace/");

    [Function("GetWorkspace")]
    public IResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "workspace/{*path}")] HttpRequest request, string? path)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.ContentSecurityPolicy = _policy;
        if (path == Settings)
        {
            headers.CacheControl = "no-cache";
            return JsonAnswer.Of(settings, WorkspaceJson.Default.WorkspaceSettings);
        }

        return files.Find(path ?? "") is { } file ? Answer(request, headers, file) : Results.StatusCode(StatusCodes.Status404NotFound);
    }

    private static IResult Answer(HttpRequest request, IHeaderDictionary headers, WorkspaceFile file)
    {
        headers.ETag = file.ETag;
        headers.CacheControl = file.IsNamedByContent ? Year : "no-cache";
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (IfNoneMatch.Names(request, file.ETag))
            return Results.StatusCode(StatusCodes.Status304NotModified);

        var (encoding, bytes) = file.For(request.Headers.AcceptEncoding);
        if (encoding is not null)
            headers.ContentEncoding = encoding;
        return Results.Bytes(bytes, file.ContentType);
    }
}
