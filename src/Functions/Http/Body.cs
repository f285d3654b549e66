using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Interactions.Functions.Http;

/// <summary>What a request's body holds, or what is wrong with it.</summary>
internal readonly record struct Body<T>(T? Value, Problem? Problem);

/// <summary>Reads JSON strictly: whoever misspells a field is told, instead of wondering why nothing happens.</summary>
internal static class Body
{
    public const int LargestBytes = 64 * 1024;

    /// <summary>
    /// Of what is configured, a queue with ten thousand members for one. A row of a mebibyte takes it even where everything in it
    /// is written down six times as large, as emoji are.
    /// </summary>
    public const int LargestConfigurationBytes = 160 * 1024;

    private static readonly object Hash = new();

    private static readonly string[] MediaTypes = ["application/json", "application/merge-patch+json"];

    // A surrogate that stands alone passes for JSON until somebody reads it.
    private static readonly Problem NotText = Problems.MalformedJson("A string in it is not Unicode text.");

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static async Task<Body<T>> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type)
    {
        var (document, problem) = await ReadObjectAsync(request);
        return problem is null ? Read(document, type) : new(default, problem);
    }

    /// <summary>Where there is nothing to say: no body is as good as an empty object, and anything else is a mistake.</summary>
    public static async Task<Problem?> ReadNothingAsync(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
            return null;
        var (document, problem) = await ReadObjectAsync(request);
        return problem ?? document.EnumerateObject().Select(field => Problems.UnknownField(field.Name)).FirstOrDefault();
    }

    /// <summary>Where there may be nothing to say: no body is as good as an empty object.</summary>
    public static async Task<Body<T>> ReadIfAnyAsync<T>(HttpRequest request, JsonTypeInfo<T> type)
        where T : new() =>
        request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false } ? new(new T(), null) : await ReadAsync(request, type);

    /// <summary>The body as it came, once it is known to be an object.</summary>
    public static async Task<Body<JsonElement>> ReadObjectAsync(HttpRequest request, int largest = LargestBytes)
    {
        if (!IsJson(request))
            return new(default, Problems.UnsupportedMediaType());

        try
        {
            return await ReadBytesAsync(request, largest) is { } bytes ? Parse(bytes) : new(default, Problems.BodyTooLarge(largest));
        }
        catch (BadHttpRequestException broken)
        {
            return new(default, broken.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Problems.BodyTooLarge(largest)
                : Problems.MalformedJson("It did not arrive whole."));
        }
    }

    public static Body<T> Read<T>(JsonElement document, JsonTypeInfo<T> type)
    {
        if (UnknownFields.FirstIn(document, type) is { } unknown)
            return new(default, Problems.UnknownField(unknown));

        try
        {
            return new(document.Deserialize(type), null);
        }
        catch (JsonException mismatch)
        {
            var field = mismatch.Path is { Length: > 2 } path ? path[(path[1] == '.' ? 2 : 1)..] : "body";
            return new(default, Problems.InvalidField(field, "has a value of another type than it should, or is missing"));
        }
    }

    private static Body<JsonElement> Parse(ReadOnlyMemory<byte> utf8)
    {
        if (!Utf8.IsValid(utf8.Span))
            return new(default, Problems.MalformedJson("It is not UTF-8."));

        try
        {
            using var document = JsonDocument.Parse(utf8, Strict);
            return IsText(document.RootElement) && document.RootElement.ValueKind == JsonValueKind.Object
                ? new(document.RootElement.Clone(), null)
                : new(default, Problems.MalformedJson("It is not an object."));
        }
        catch (JsonException malformed)
        {
            return new(default, Problems.MalformedJson(
                malformed.LineNumber is { } line ? $"It cannot be read from line {line + 1} on." : "It names a field twice."));
        }
        catch (InvalidOperationException)
        {
            return new(default, NotText);
        }
    }

    // Throws where a string cannot be read.
    private static bool IsText(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().All(field => field.Name is not null && IsText(field.Value)),
        JsonValueKind.Array => element.EnumerateArray().All(IsText),
        JsonValueKind.String => element.GetString() is not null,
        _ => true,
    };

    /// <summary>Tells the body that was read from others.</summary>
    public static string HashOf(HttpRequest request) =>
        request.HttpContext.Items[Hash] as string ?? "";

    private static async Task<ReadOnlyMemory<byte>?> ReadBytesAsync(HttpRequest request, int largest)
    {
        if (request.ContentLength > largest)
            return null;

        var buffer = new byte[largest + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        if (length > largest)
            return null;
        request.HttpContext.Items[Hash] = Convert.ToHexStringLower(SHA256.HashData(buffer.AsSpan(0, length)));
        return WithoutMark(buffer.AsMemory(0, length));
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) =>
        bytes.Span is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && MediaTypes.Any(known => type.MediaType.Equals(known, StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
