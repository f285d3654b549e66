using System.Reflection;
using System.Text.Json.Nodes;
using Interactions.Functions.Contract;
using Interactions.Functions.Hosting;
using Interactions.Functions.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.OpenApi.Reader;

namespace Interactions.Functions.Tests.Contract;

public sealed class When_the_document_is_made
{
    private static readonly JsonObject Document = OpenApiDocument.Instance.Json;

    private static readonly (string Name, HttpTriggerAttribute Trigger)[] Functions =
    [
        .. from type in typeof(Composition).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
           where method.IsDefined(typeof(FunctionAttribute))
           let trigger = method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(found => found is not null)
           where trigger is not null
           select (method.GetCustomAttribute<FunctionAttribute>()!.Name, trigger),
    ];

    // What people open in a browser is no part of the API, and nothing of the API is elsewhere than below its path.
    private static readonly string[] Pages = ["GetRoot", "GetWorkspace"];

    [Fact]
    public void Only_pages_are_elsewhere_than_below_its_path() =>
        Assert.Equal(Pages, Functions.Where(function => !function.Trigger.Route!.StartsWith("api/", StringComparison.Ordinal)).Select(function => function.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_function_is_in_it_with_its_route_and_verbs_and_nothing_else_is()
    {
        var there = Functions.Where(function => !Pages.Contains(function.Name)).SelectMany(function => (function.Trigger.Methods ?? []).Except(["head", "options"])
            .Select(verb => $"{function.Name}: {verb} {function.Trigger.Route}"));

        Assert.Equal(there.Order(StringComparer.Ordinal), Operations.All.Select(each => $"{each.Name}: {each.Verb} {each.Route}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_is_read_as_OpenApi_without_a_complaint()
    {
        var read = Microsoft.OpenApi.OpenApiDocument.Parse(Document.ToJsonString(), "json");

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        Assert.Equal(Operations.All.Length, read.Document!.Paths.Sum(path => path.Value.Operations!.Count));
    }

    [Fact]
    public void Each_example_is_what_its_schema_says()
    {
        var schemas = new JsonSchema(Document);
        foreach (var content in ContentsIn(Document["paths"]!))
        {
            JsonNode?[] examples = [content["example"], .. content["examples"]?.AsObject().Select(example => example.Value!["value"]) ?? []];

            Assert.All(examples.Where(example => example is not null), example => Assert.Empty(schemas.FaultsIn(example, content["schema"]!)));
        }
    }

    [Fact]
    public void Each_parameter_s_example_is_what_its_schema_says()
    {
        var schemas = new JsonSchema(Document);
        var parameters = Document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).SelectMany(each => each.Value!["parameters"]?.AsArray() ?? []);

        Assert.All(parameters.Where(parameter => parameter!["example"] is not null), parameter => Assert.Empty(schemas.FaultsIn(parameter!["example"], parameter["schema"]!)));
    }

    [Fact]
    public void No_component_is_left_over()
    {
        var text = Document.ToJsonString();

        Assert.All(Document["components"]!["schemas"]!.AsObject(), schema => Assert.Contains($"\"#/components/schemas/{schema.Key}\"", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Types_say_what_they_are_in_the_code_s_own_words()
    {
        var schemas = Document["components"]!["schemas"]!;

        Assert.Equal("An interaction as agents see one. Times that somebody waited or worked are in seconds.", schemas["Interaction"]!["description"]!.ToString());
        Assert.Equal("What they have to know.", schemas["TransferDocument"]!["properties"]!["note"]!["description"]!.ToString());
        Assert.Equal("Which they serve.", schemas["Me"]!["properties"]!["queues"]!["description"]!.ToString());
    }

    [Fact]
    public void Every_field_that_is_sent_has_a_limit()
    {
        var sent = Operations.All.Where(operation => operation.Body?.Shape is not (null or Shape.Text))
            .Select(operation => Document["paths"]!["/" + operation.Route]![operation.Verb]!["requestBody"]!["content"]!["application/json"]!["schema"]!);

        Assert.Empty(sent.SelectMany(schema => Unlimited(schema, "$", 0)).Distinct());
    }

    [Fact]
    public void Every_note_about_a_field_is_about_one_that_is_there() =>
        Assert.All(Fields.Everything, field => Assert.True(field.Type.GetProperty(field.Name) is not null
            || field.Type.GetProperties().Any(property => string.Equals(property.Name, field.Name, StringComparison.OrdinalIgnoreCase)), $"{field.Type.Name} has no {field.Name}"));

    private static IEnumerable<string> Unlimited(JsonNode schema, string at, int depth)
    {
        if (schema["$ref"]?.ToString() is { } reference)
            schema = Document["components"]!["schemas"]![reference[(reference.LastIndexOf('/') + 1)..]]!;
        if (schema["anyOf"] is JsonArray cases)
            return cases.SelectMany(each => Unlimited(each!, at, depth + 1));
        var type = schema["type"] is JsonArray types ? types[0]!.ToString() : schema["type"]?.ToString();
        var isLimited = type switch
        {
            "string" => schema["maxLength"] is not null || schema["enum"] is not null || schema["format"] is not null,
            "integer" or "number" => schema["minimum"] is not null && schema["maximum"] is not null,
            "array" => schema["maxItems"] is not null,
            "object" => schema["properties"] is not null || schema["maxProperties"] is not null,
            "boolean" or "null" => true,
            _ => false,
        };
        return
        [
            .. isLimited ? (string[])[] : [at],
            .. schema["items"] is { } item ? Unlimited(item, $"{at}[]", depth + 1) : [],
            .. schema["additionalProperties"] is JsonObject value ? Unlimited(value, $"{at}.*", depth + 1) : [],
            .. schema["properties"]?.AsObject().SelectMany(field => Unlimited(field.Value!, $"{at}.{field.Key}", depth + 1)) ?? [],
        ];
    }

    private static IEnumerable<JsonNode> ContentsIn(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => field.Key == "content" ? field.Value!.AsObject().Select(each => each.Value!) : ContentsIn(field.Value)),
        JsonArray items => items.SelectMany(ContentsIn),
        _ => [],
    };
}
