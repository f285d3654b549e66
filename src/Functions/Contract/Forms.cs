using System.Text.Json;
using System.Text.Json.Nodes;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Contract;

/// <summary>What single values look like, in JSON Schema's words.</summary>
internal static class Forms
{
    private const string OneLine = @"^[^\u0000-\u001f\u007f-\u009f]*$";
    private const string NotBlank = @"\S";

    public static Parameter Limit { get; } = new(
        "limit", Place.Query, $"How many at most; {PageRequest.Usual} where nothing is said.", Whole(1, PageRequest.Most), "20");

    public static Parameter Cursor { get; } = new(
        "cursor", Place.Query, "Where to go on: the `cursor` of the part before.", Text(Opaque.Longest, pattern: "^[A-Za-z0-9_-]+$"));

    public static Parameter IfMatch { get; } = new(
        Headers.IfMatch, Place.Header, "Only if this is the version: an `ETag` as it was answered, or `*`.", Text(1000), "\"7\"");

    public static Parameter IfNoneMatch { get; } = new(
        Headers.IfNoneMatch, Place.Header, "The `ETag` of what you have.", Text(1000));

    public static Parameter IdempotencyKey { get; } = new(
        Headers.IdempotencyKey, Place.Header, "Chosen by the client for this one request, which may then be sent again.", Text(RequestKey.Longest, least: 1, pattern: "^[!-~]+$"), "9f0c61a2");

    /// <summary>What lines, queues, agents, users, hours and rules are called.</summary>
    public static JsonObject Id => Text(64, pattern: "^[a-z0-9][a-z0-9_.@-]*$");

    public static JsonObject InteractionIdOrNumber => Text(31, pattern: @"^([a-z2-7]{20}\.[1-9][0-9]*|[Ii][Mm][Ss][0-9]{7,18})$");

    public static JsonObject ProfileId => Text(20, least: 20, pattern: "^[a-z2-7]+$");

    public static JsonObject TokenId => Text(14, least: 14, pattern: "^t-[a-z2-7]+$");

    public static JsonObject Sid => Text(64, pattern: "^[A-Za-z0-9]+$");

    public static JsonObject Address => Text(Domain.Values.Address.Longest, least: 1);

    public static JsonObject LanguageTag => Text(35, pattern: "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$");

    /// <summary>A few words, as skills and tags are.</summary>
    public static JsonObject Word(int most) => Text(most, least: 1, pattern: @"^\S(.*\S)?$");

    public static JsonObject Text(int most, int least = 0, string? pattern = null)
    {
        var text = new JsonObject { ["maxLength"] = most };
        if (least > 0)
            text["minLength"] = least;
        if (pattern is not null)
            text["pattern"] = pattern;
        return text;
    }

    /// <summary>Without control characters.</summary>
    public static JsonObject Plain(int most, int least = 0) => Text(most, least, OneLine);

    /// <summary>A line of text that says something.</summary>
    public static JsonObject Line(int most)
    {
        var text = Text(most, least: 1, pattern: NotBlank);
        text["allOf"] = new JsonArray(new JsonObject { ["pattern"] = OneLine });
        return text;
    }

    /// <summary>Text that says something.</summary>
    public static JsonObject Prose(int most) => Text(most, least: 1, pattern: NotBlank);

    /// <summary>One of an enumeration's, as they are written.</summary>
    public static JsonObject NameOf<T>()
        where T : struct, Enum => OneOf([.. EnumNames.AllOf(typeof(T))]);

    public static JsonObject Day => new() { ["format"] = "date" };

    public static JsonObject Moment => new() { ["format"] = "date-time" };

    public static JsonObject Whole(long least, long most) => new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most };

    public static JsonObject Number(double least, double most) => new() { ["minimum"] = least, ["maximum"] = most };

    public static JsonObject OneOf(params ReadOnlySpan<string> names) => new() { ["enum"] = new JsonArray([.. names.ToArray().Select(name => (JsonNode)name)]) };

    public static JsonObject Of(JsonObject item, int most, int least = 0)
    {
        var list = new JsonObject { ["maxItems"] = most, ["items"] = item };
        if (least > 0)
            list["minItems"] = least;
        return list;
    }

    /// <summary>Values that have names.</summary>
    public static JsonObject Named(JsonObject name, JsonObject value, int most, int least = 0)
    {
        var map = new JsonObject { ["maxProperties"] = most, ["propertyNames"] = name, ["additionalProperties"] = value };
        if (least > 0)
            map["minProperties"] = least;
        return map;
    }
}
