using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Http;

/// <summary>An answer in JSON whose texts can be read by people too: what customers write is not escaped without need.</summary>
internal sealed class JsonAnswer<T>(T value, JsonTypeInfo<T> type, int statusCode) : IResult
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = new ArrayBufferWriter<byte>();
        await using (var writer = new Utf8JsonWriter(body, Readable))
            JsonSerializer.Serialize(writer, value, type);

        var response = httpContext.Response;
        response.StatusCode = statusCode;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.WrittenCount;
        await response.Body.WriteAsync(body.WrittenMemory, httpContext.RequestAborted);
    }
}

internal static class JsonAnswer
{
    public static IResult Of<T>(T value, JsonTypeInfo<T> type, int statusCode = StatusCodes.Status200OK) =>
        new JsonAnswer<T>(value, type, statusCode);
}
