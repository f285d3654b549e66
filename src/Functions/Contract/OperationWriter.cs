using System.Text.Json.Nodes;
using Interactions.Functions.Http;

namespace Interactions.Functions.Contract;

/// <summary>Writes an operation down as OpenAPI does.</summary>
internal sealed class OperationWriter(Schemas sent, Schemas answered)
{
    private const string ProblemType = "application/problem+json";

    public static JsonObject Headers() => new()
    {
        [Contract.Headers.ETag] = Header("The version of what is answered, for `If-Match`."),
        [Contract.Headers.Location] = Header("Where what was made is."),
        ["Retry-After"] = Header("How many seconds to wait."),
        ["WWW-Authenticate"] = Header("That it takes a token, and whether the one that came was not valid."),
    };

    public JsonObject Of(Operation operation)
    {
        var written = new JsonObject
        {
            ["operationId"] = operation.Name,
            ["tags"] = new JsonArray(operation.Tag),
            ["summary"] = operation.Summary,
        };
        if (operation.Description is { } description)
            written["description"] = description;
        if (!operation.Parameters.IsEmpty)
            written["parameters"] = new JsonArray([.. operation.Parameters.Select(Of)]);
        if (operation.Body is { } body)
            written["requestBody"] = Of(body);
        written["responses"] = new JsonObject(Responses(operation));
        written["security"] = operation.TakesToken ? new JsonArray(new JsonObject { ["token"] = new JsonArray() }) : [];
        return written;
    }

    private static JsonObject Of(Parameter parameter)
    {
        var written = new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = parameter.In switch { Place.Path => "path", Place.Query => "query", _ => "header" },
            ["description"] = parameter.Description,
            ["required"] = parameter.In == Place.Path,
            ["schema"] = SchemaOf(parameter),
        };
        if (parameter.Example is { } example)
            written["example"] = parameter.Schema["type"]?.ToString() == "integer" ? JsonNode.Parse(example) : example;
        return written;
    }

    private static JsonObject SchemaOf(Parameter parameter)
    {
        var schema = parameter.Schema.DeepClone().AsObject();
        if (!schema.ContainsKey("type"))
            schema.Insert(0, "type", "string");
        return schema;
    }

    private JsonObject Of(RequestBody body) => new()
    {
        ["description"] = body.Shape is null ? "Nothing is to be said: no body, or an empty object." : $"At most {body.Largest / 1024} KiB.",
        ["required"] = !body.MayBeMissing,
        ["content"] = Content(body.MediaType, body.Shape is null ? Nothing() : sent.Of(body.Shape), body.Example),
    };

    private static JsonObject Nothing() => new() { ["type"] = "object", ["additionalProperties"] = false };

    private IEnumerable<KeyValuePair<string, JsonNode?>> Responses(Operation operation)
    {
        var statuses = operation.Answers.Select(answer => answer.Status).Concat(operation.Reasons.Select(reason => reason.Status));
        foreach (var status in statuses.Distinct().Order())
        {
            var answer = operation.Answers.FirstOrDefault(answer => answer.Status == status);
            var reasons = operation.Reasons.Where(reason => reason.Status == status).ToList();
            yield return KeyValuePair.Create($"{status}", (JsonNode?)(answer is null ? Refused(status, reasons) : Answered(operation, answer)));
        }
    }

    private JsonObject Answered(Operation operation, Answer answer)
    {
        var response = new JsonObject { ["description"] = answer.Description };
        var headers = new JsonObject();
        if (operation.GivesETag && answer.Status < 400)
            headers[Contract.Headers.ETag] = Reference("headers", Contract.Headers.ETag);
        if (operation.GivesLocation && answer.Status == 201)
            headers[Contract.Headers.Location] = Reference("headers", Contract.Headers.Location);
        if (headers.Count > 0)
            response["headers"] = headers;
        if (answer.Shape is { } shape)
            response["content"] = Content(answer.MediaType!, answered.Of(shape), answer.Example!);
        if (answer.Or is { } other)
            response["content"]![other.MediaType] = new JsonObject { ["schema"] = answered.Of(new Shape.Text()), ["example"] = other.Example };
        return response;
    }

    private JsonObject Refused(int status, List<Reason> reasons)
    {
        var schema = new JsonObject
        {
            ["allOf"] = new JsonArray(
                answered.OfProblem(),
                new JsonObject
                {
                    ["properties"] = new JsonObject
                    {
                        ["type"] = new JsonObject { ["enum"] = new JsonArray([.. reasons.Select(reason => (JsonNode)reason.Type)]) },
                        ["status"] = new JsonObject { ["const"] = status },
                    },
                }),
        };
        var media = new JsonObject { ["schema"] = schema, ["examples"] = new JsonObject(reasons.Select(Example)) };
        var response = new JsonObject { ["description"] = string.Join(" ", reasons.Select(reason => $"`{reason.Name}`: {reason.Meaning}")) };
        if (status is 503)
            response["headers"] = new JsonObject { ["Retry-After"] = Reference("headers", "Retry-After") };
        if (status is 401)
            response["headers"] = new JsonObject { ["WWW-Authenticate"] = Reference("headers", "WWW-Authenticate") };
        response["content"] = new JsonObject { [ProblemType] = media };
        return response;
    }

    private static KeyValuePair<string, JsonNode?> Example(Reason reason) => KeyValuePair.Create(reason.Name, (JsonNode?)new JsonObject
    {
        ["summary"] = reason.Remedy,
        ["value"] = new JsonObject { ["type"] = reason.Type, ["title"] = reason.Meaning, ["status"] = reason.Status },
    });

    private static JsonObject Content(string mediaType, JsonObject schema, JsonNode example) => new()
    {
        [mediaType] = new JsonObject { ["schema"] = schema, ["example"] = example.DeepClone() },
    };

    private static JsonObject Header(string description) => new() { ["description"] = description, ["schema"] = new JsonObject { ["type"] = "string" } };

    private static JsonObject Reference(string kind, string name) => new() { ["$ref"] = $"#/components/{kind}/{name}" };
}
