using Interactions.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Interactions.Simulation.Apps;

/// <summary>A request as somebody sends it.</summary>
/// <param name="Route">What the path says, in its order.</param>
internal sealed record HttpCall(string Function, string Method, string Target, params string[] Route)
{
    public byte[]? Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Asks an instance as its host would.</summary>
    public async Task<HttpReply> SendAsync(IServiceProvider services, object function, CancellationToken hangingUp)
    {
        var http = Request(services, hangingUp);
        var answer = await (Task<IResult>)Catalog.Find(Function).Call(function, [http.Request, .. Route]);
        await answer.ExecuteAsync(http);
        return new(http.Response.StatusCode, ((MemoryStream)http.Response.Body).ToArray(), http.Response.Headers.ETag);
    }

    private DefaultHttpContext Request(IServiceProvider services, CancellationToken hangingUp)
    {
        var http = new DefaultHttpContext { RequestServices = services, RequestAborted = hangingUp };
        http.Features.Get<IHttpRequestFeature>()!.RawTarget = Target;
        var request = http.Request;
        var parts = Target.Split('?', 2);
        (request.Method, request.Scheme, request.Host, request.Path) = (Method, "https", new HostString("interactions.example.com"), parts[0]);
        if (parts.Length > 1)
            request.QueryString = new QueryString("?" + parts[1]);
        foreach (var (name, value) in Headers)
            request.Headers[name] = value;
        http.Features.Set<IHttpRequestBodyDetectionFeature>(new Detected(Body is not null));
        if (Body is not null)
            (request.Body, request.ContentLength, request.ContentType) = (new MemoryStream(Body, writable: false), Body.Length, ContentType);
        http.Response.Body = new MemoryStream();
        Entrance.Note(http, Function);
        return http;
    }
}

internal sealed record Detected(bool CanHaveBody) : IHttpRequestBodyDetectionFeature;

internal sealed record HttpReply(int Status, byte[] Body, string? ETag)
{
    public bool IsGood => Status is >= 200 and < 300;
}
