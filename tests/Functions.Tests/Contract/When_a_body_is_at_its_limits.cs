using System.Net;
using System.Text.Json.Nodes;
using Interactions.Functions.Contract;
using Interactions.Functions.Http;

namespace Interactions.Functions.Tests.Contract;

/// <summary>What the document says of a body is what its reader does.</summary>
public sealed class When_a_body_is_at_its_limits(MemoryApp app) : IClassFixture<MemoryApp>
{
    private static readonly Instance Instance = new(OpenApiDocument.Instance.Json);

    // Texts that have to name something that is there, or somebody who can be reached: nothing made up is right.
    private static readonly string[] Named = ["line", "zone", "contact", "from", "to", "addresses[]"];

    public static TheoryData<string> WithBody => [.. Bodies.All.Select(operation => operation.Name)];

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task What_is_just_within_a_limit_is_taken_and_what_is_just_beyond_it_is_not(string name)
    {
        var (operation, schema, example) = Of(name);
        JsonObject[] bases = [example, Instance.Of(schema, full: false).AsObject()];
        var wrong = new List<string>();

        foreach (var limit in Limit.In(Instance, schema))
        {
            var isKept = false;
            var seen = new List<string>();
            foreach (var document in bases)
            {
                var within = await app.SendAsync(operation, Bodies.With(Instance, schema, document, limit.Field, limit.Within()));
                var beyond = await app.SendAsync(operation, Bodies.With(Instance, schema, document, limit.Field, limit.Beyond()));
                isKept |= beyond.Status == HttpStatusCode.BadRequest
                    && (within.Status != HttpStatusCode.BadRequest || within.Body!.ToJsonString() != beyond.Body!.ToJsonString() || Named.Contains(limit.Field));
                seen.Add($"within {(int)within.Status} {Short(within.Body)}, beyond {(int)beyond.Status} {Short(beyond.Body)}");
            }

            if (!isKept)
                wrong.Add($"{limit.Field} {limit.Word}: {string.Join("; ", seen)}");
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task Every_field_that_is_told_of_is_known(string name)
    {
        var (operation, schema, _) = Of(name);

        var reply = await app.SendAsync(operation, Whole(operation, schema));

        Assert.NotEqual(Reasons.UnknownField.Type, reply.Type);
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task No_other_field_is_wherever_it_stands(string name)
    {
        var (operation, schema, _) = Of(name);
        foreach (var body in Spoilt(Whole(operation, schema)))
        {
            var reply = await app.SendAsync(operation, body);

            var isNamed = reply.Type == Reasons.UnknownField.Type && ((string)reply["field"]!).EndsWith("nonsense", StringComparison.Ordinal);
            Assert.True(isNamed, $"{body.ToJsonString()} {reply.Body}");
        }

        IEnumerable<JsonObject> Spoilt(JsonObject whole) => PlacesIn(schema, "").Select(
            place => place.Length == 0 ? Adding(whole) : Bodies.With(Instance, schema, whole, place, Adding((JsonObject)Instance.Of(At(schema, place), full: true))));
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task What_is_said_to_be_needed_is(string name)
    {
        var (operation, schema, example) = Of(name);
        foreach (var field in Instance.Resolve(schema)["required"]?.AsArray() ?? [])
        {
            var without = example.DeepClone().AsObject();
            without.Remove(field!.ToString());

            Assert.Equal(HttpStatusCode.BadRequest, (await app.SendAsync(operation, without)).Status);
        }
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task The_example_is_understood(string name)
    {
        var (operation, _, example) = Of(name);

        var reply = await app.SendAsync(operation, example);

        Assert.True(
            reply.Status != HttpStatusCode.BadRequest || reply.Body!.ToJsonString().Contains("there are no such", StringComparison.Ordinal), $"{reply.Body}");
    }

    private static (Operation Operation, JsonNode Schema, JsonObject Example) Of(string name)
    {
        var operation = Operations.All.Single(each => each.Name == name);
        return (operation, Bodies.SchemaOf(operation), operation.Body!.Example.AsObject());
    }

    // Which one it is stands in the path.
    private static JsonObject Whole(Operation operation, JsonNode schema)
    {
        var whole = Instance.Of(schema, full: true).AsObject();
        if (operation.Verb == "put")
            whole.Remove("id");
        return whole;
    }

    private static JsonObject Adding(JsonObject to)
    {
        var more = to.DeepClone().AsObject();
        more["nonsense"] = 1;
        return more;
    }

    // Wherever an object stands whose fields are named.
    private static IEnumerable<string> PlacesIn(JsonNode schema, string at)
    {
        var resolved = Instance.Resolve(schema);
        if (resolved["items"] is { } item)
            return PlacesIn(item, at + "[]");
        return resolved["properties"] is not JsonObject properties
            ? []
            : properties.SelectMany(field => PlacesIn(field.Value!, at.Length == 0 ? field.Key : $"{at}.{field.Key}")).Prepend(at);
    }

    private static JsonNode At(JsonNode schema, string place) => place.Replace("[]", ".[]", StringComparison.Ordinal).Split('.')
        .Aggregate(schema, (node, step) => step == "[]" ? Instance.Resolve(node)["items"]! : Instance.Resolve(node)["properties"]![step]!);

    private static string Short(JsonNode? body) => (body?["errors"] ?? body?["detail"])?.ToJsonString() is { } text ? text[..Math.Min(200, text.Length)] : "";
}
