using System.Text;
using System.Text.Json.Serialization.Metadata;
using Interactions.Functions.Storage;
using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Http;

/// <summary>An answer that may have been given before, and is the same to the letter.</summary>
internal sealed class KeptResult(KeptAnswer answer) : IResult
{
    public static KeptAnswer Of<T>(T value, JsonTypeInfo<T> type, long? version, int status = StatusCodes.Status200OK, string? location = null) =>
        new(status, JsonAnswer.TextOf(value, type), version, location);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, body) = (httpContext.Response, Encoding.UTF8.GetBytes(answer.Json));
        response.StatusCode = answer.Status;
        if (answer.Version is { } version)
            Preconditions.SetETag(response, version);
        if (answer.Location is { } location)
            response.Headers.Location = location;
        response.ContentType = JsonAnswer.ContentType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
