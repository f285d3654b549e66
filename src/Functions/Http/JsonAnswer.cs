using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Http;

/// <summary>An answer in JSON whose texts can be read by people too: what customers write is not escaped without need.</summary>
internal sealed class JsonAnswer<T>(T value, JsonTypeInfo<T> type, int statusCode) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = JsonAnswer.BytesOf(value, type);
        var response = httpContext.Response;
        response.StatusCode = statusCode;
        response.ContentType = JsonAnswer.ContentType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}

internal static class JsonAnswer
{
    public const string ContentType = "application/json; charset=utf-8";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IResult Of<T>(T value, JsonTypeInfo<T> type, int statusCode = StatusCodes.Status200OK) =>
        new JsonAnswer<T>(value, type, statusCode);

    /// <summary>The same with its version, or no more than that it is what whoever asks has already.</summary>
    public static IResult Of<T>(HttpRequest request, long version, T value, JsonTypeInfo<T> type, int statusCode = StatusCodes.Status200OK)
    {
        Preconditions.SetETag(request.HttpContext.Response, version);
        return IfNoneMatch.Names(request, Preconditions.Quoted(version)) ? Results.StatusCode(StatusCodes.Status304NotModified) : Of(value, type, statusCode);
    }

    public static string TextOf<T>(T value, JsonTypeInfo<T> type) => Encoding.UTF8.GetString(BytesOf(value, type).Span);

    public static ReadOnlyMemory<byte> BytesOf<T>(T value, JsonTypeInfo<T> type)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body, Readable))
            JsonSerializer.Serialize(writer, value, type);
        return body.WrittenMemory;
    }
}
