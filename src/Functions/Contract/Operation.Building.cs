using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Interactions.Functions.Http;

namespace Interactions.Functions.Contract;

/// <summary>How an operation is written down: each says one thing more of it.</summary>
internal sealed partial record Operation
{
    private const string Json = "application/json";

    /// <summary>More about it than fits into the summary.</summary>
    public Operation Says(string description) => this with { Description = description };

    /// <summary>A body in JSON.</summary>
    /// <param name="type">By which the function reads it.</param>
    /// <param name="example">As a client would write it.</param>
    public Operation Reads(JsonTypeInfo type, string example, int largest = Http.Body.LargestBytes) =>
        Reads(new Shape.Typed(type), example, largest);

    /// <summary>The same, where there may be nothing to say.</summary>
    public Operation ReadsIfAny(JsonTypeInfo type, string example)
    {
        var read = Reads(type, example);
        return read with { Body = read.Body! with { MayBeMissing = true } };
    }

    /// <summary>A change to what is there: what is named is set, null takes away (RFC 7396).</summary>
    public Operation ReadsPatch(JsonTypeInfo type, string example) => Reads(new Shape.Patch(type), example);

    public Operation Reads(Shape shape, string example, int largest = Http.Body.LargestBytes) =>
        this with { Body = new(shape, Json, JsonNode.Parse(example)!, largest) };

    /// <summary>No body, or an empty object.</summary>
    public Operation ReadsNothing() => this with { Body = new(null, Json, new JsonObject(), Http.Body.LargestBytes) };

    public Operation ReadsForm(string example, int largest) =>
        this with { Body = new(new Shape.Text(), "application/x-www-form-urlencoded", example, largest) };

    /// <summary>An answer in JSON.</summary>
    /// <param name="type">By which the function writes it.</param>
    public Operation Gives<T>(JsonTypeInfo<T> type, T example, int status = 200, string description = "As it is now.") =>
        Gives(new Shape.Typed(type), JsonSerializer.SerializeToNode(example, type)!, status, description);

    public Operation Gives(Shape shape, JsonNode example, int status = 200, string description = "As it is now.") =>
        Gives(new Answer(status, description, shape, Json, example));

    public Operation GivesNothing(int status = 204, string description = "Done.") => Gives(new Answer(status, description, null, null, null));

    public Operation GivesText(string mediaType, string example, string description) =>
        Gives(new Answer(200, description, new Shape.Text(), mediaType, example));

    /// <summary>Whatever kind of bytes there are.</summary>
    public Operation GivesBytes(string description) => Gives(new Answer(200, description, new Shape.Bytes(), "*/*", "its bytes"));

    /// <summary>What it gives, as text of another type too.</summary>
    public Operation OrText(string mediaType, string example) => this with { Answers = Answers.SetItem(Answers.Length - 1, Answers[^1] with { Or = (mediaType, example) }) };

    public Operation WithETag() => this with { GivesETag = true };

    /// <summary>Nothing where whoever asks has that version already.</summary>
    public Operation OrNothingNew() => With(Forms.IfNoneMatch).GivesNothing(304, "It is what you have already.");

    public Operation WithLocation() => this with { GivesLocation = true };

    /// <summary>A list that is answered in parts.</summary>
    public Operation Listed() => With(Forms.Limit).With(Forms.Cursor);

    public Operation TakesIfMatch() => With(Forms.IfMatch);

    public Operation TakesKey() => With(Forms.IdempotencyKey);

    public Operation TakesQuery(string name, string description, JsonObject schema, string? example = null) =>
        With(new Parameter(name, Place.Query, description, schema, example));

    /// <summary>What else it is refused for. What follows from its path, body and parameters need not be said.</summary>
    public Operation RefusedFor(params ReadOnlySpan<Reason> reasons) => this with { Refusals = [.. Refusals, .. reasons] };

    public Operation With(Parameter parameter) => this with { Parameters = [.. Parameters, parameter] };

    public Operation With(IEnumerable<Parameter> parameters) => this with { Parameters = [.. Parameters, .. parameters] };

    private Operation Gives(Answer answer) => this with { Answers = [.. Answers, answer] };
}
