using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Interactions.Simulator.Api;

internal static class Bodies
{
    private const int LongestBody = 64 * 1024;

    public static IResult Refused(string why, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new Error(why), ApiJson.Plain.Error, statusCode: status);

    public static Task TakeAsync<T>(HttpContext context, JsonTypeInfo<T> type, Func<T, IResult> take)
        where T : class =>
        TakeAsync(context, type, body => Task.FromResult(take(body)), LongestBody);

    /// <summary>Reads what was sent, or refuses. Only JSON: no page of somewhere else can send that here unasked.</summary>
    public static async Task TakeAsync<T>(HttpContext context, JsonTypeInfo<T> type, Func<T, Task<IResult>> take, long longest)
        where T : class
    {
        var result = await ReadAsync(context, type, longest) switch
        {
            (null, var refused) => refused!,
            ({ } body, _) => await take(body),
        };
        await result.ExecuteAsync(context);
    }

    private static async Task<(T? Body, IResult? Refused)> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type, long longest)
        where T : class
    {
        if (!context.Request.HasJsonContentType())
            return (null, Refused("The body has to be application/json.", StatusCodes.Status415UnsupportedMediaType));
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = longest;
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted) is { } body
                ? (body, null)
                : (null, Refused("The body says nothing."));
        }
        catch (JsonException fault)
        {
            return (null, Refused($"The body cannot be read at {fault.Path ?? "its beginning"}."));
        }
        catch (BadHttpRequestException fault)
        {
            return (null, Refused("The body is too long or broke off.", fault.StatusCode));
        }
    }
}
