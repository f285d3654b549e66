using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Interactions.Functions.Contract;
using Interactions.Functions.Http;

namespace Interactions.Functions.Tests.Contract;

/// <summary>Holds every answer that a test gets against the document, and lets the test fail where it says something else.</summary>
internal sealed class Contracted : DelegatingHandler
{
    // One for each schema would be shared by all threads, and a node that is read for the first time changes itself.
    private static readonly ThreadLocal<JsonObject> Own = new(() => JsonNode.Parse(OpenApiDocument.Instance.Utf8)!.AsObject());

    public Contracted()
        : base(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 })
    {
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (Faults(request, response, body) is { Count: > 0 } faults)
        {
            throw new ContractBrokenException(
                $"{request.Method} {request.RequestUri!.PathAndQuery} was answered {(int)response.StatusCode} {response.Content.Headers.ContentType}:\n  "
                + string.Join("\n  ", faults) + "\n" + Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 2000))));
        }

        return response;
    }

    private static IReadOnlyList<string> Faults(HttpRequestMessage request, HttpResponseMessage response, byte[] body)
    {
        var verb = request.Method.Method.ToLowerInvariant();
        var there = Routes.At(request.RequestUri!.AbsolutePath);
        if (verb == "options" || IsServersOwn(response, body))
            return [];
        if (there.FirstOrDefault(each => each.Verb == (verb == "head" ? "get" : verb)) is not { } operation)
            return response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed ? [] : ["nothing in the document answers that"];

        var written = Own.Value!["paths"]!["/" + operation.Route]![operation.Verb]!;
        if (written["responses"]![$"{(int)response.StatusCode}"] is not { } listed)
            return [$"{operation.Name} has no such status"];
        return [.. Headers(response, listed), .. verb == "head" ? [] : Content(response, body, listed)];
    }

    // What is not even a request never comes to a function.
    private static bool IsServersOwn(HttpResponseMessage response, byte[] body) =>
        body.Length == 0 && response.Content.Headers.ContentType is null && response.Headers.ConnectionClose == true
        && response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestUriTooLong or HttpStatusCode.RequestHeaderFieldsTooLarge;

    private static IEnumerable<string> Headers(HttpResponseMessage response, JsonNode listed) =>
        from header in listed["headers"]?.AsObject() ?? []
        where !response.Headers.Contains(header.Key)
        select $"there is no {header.Key}";

    private static IEnumerable<string> Content(HttpResponseMessage response, byte[] body, JsonNode listed)
    {
        if (listed["content"] is not JsonObject contents)
            return body.Length == 0 ? [] : ["there should be no body"];
        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        if ((contents[type] ?? contents["*/*"]) is not { } content)
            return [$"'{type}' is not one of {string.Join(", ", contents.Select(each => each.Key))}"];
        return type.EndsWith("json", StringComparison.Ordinal) && contents[type] is not null
            ? new JsonSchema(Own.Value!).FaultsIn(JsonNode.Parse(body), content["schema"]!)
            : [];
    }
}

/// <summary>The app does not do what its document says.</summary>
internal sealed class ContractBrokenException(string message) : Exception(message);
