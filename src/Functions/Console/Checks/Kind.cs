using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Interactions.Functions.Http;

namespace Interactions.Functions.Console.Checks;

/// <summary>A kind of thing that can be configured: how it is written down, and what it has to be like. All of it pure.</summary>
/// <param name="Name">As in the route and in the table: <c>queues</c>.</param>
/// <param name="Noun">One of them: <c>queue</c>.</param>
internal abstract record Kind(string Name, string Noun)
{
    /// <summary>How it is written down.</summary>
    public abstract JsonTypeInfo Document { get; }

    public string OneOfThem => Noun == "agent" ? $"an {Noun}" : Noun == "hours" ? Noun : $"a {Noun}";

    /// <summary>What was stored; null where it cannot be read.</summary>
    public abstract object? Read(string json);

    /// <summary>What a client sent.</summary>
    public abstract Body<object> Read(JsonElement body);

    /// <summary>With everything that is as usual.</summary>
    public abstract JsonObject Show(object document);

    public abstract IEnumerable<Reference> ReferencesIn(object document);

    /// <summary>What is wrong besides references to nothing.</summary>
    /// <param name="picture">Everything that is configured, this included.</param>
    public abstract IEnumerable<Fault> FaultsIn(string id, object document, Picture picture);
}

internal sealed record Kind<TDocument>(
    string Name,
    string Noun,
    JsonTypeInfo<TDocument> Type,
    Func<TDocument, IEnumerable<Reference>> References,
    Func<string, TDocument, Picture, IEnumerable<Fault>> Faults) : Kind(Name, Noun)
    where TDocument : class
{
    public override JsonTypeInfo Document => Type;

    public override object? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override Body<object> Read(JsonElement body)
    {
        var (document, problem) = Body.Read(body, Type);
        return new(document, problem);
    }

    public override JsonObject Show(object document) => (JsonObject)JsonSerializer.SerializeToNode((TDocument)document, Type)!;

    public override IEnumerable<Reference> ReferencesIn(object document) => References((TDocument)document);

    public override IEnumerable<Fault> FaultsIn(string id, object document, Picture picture) => Faults(id, (TDocument)document, picture);
}
