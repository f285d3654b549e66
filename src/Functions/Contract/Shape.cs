using System.Text.Json.Serialization.Metadata;

namespace Interactions.Functions.Contract;

/// <summary>What a body is made of.</summary>
internal abstract record Shape
{
    private Shape()
    {
    }

    /// <summary>What the type says that the function itself reads or writes.</summary>
    public sealed record Typed(JsonTypeInfo Type) : Shape;

    /// <summary>A change to such a thing.</summary>
    public sealed record Patch(JsonTypeInfo Type) : Shape;

    /// <summary>Something configured, with its id and version; as an answer perhaps the news that what is stored cannot be read.</summary>
    public sealed record Configured(JsonTypeInfo Document) : Shape;

    public sealed record PageOf(Shape Item, string Name) : Shape;

    /// <summary>No JSON: text of some kind.</summary>
    public sealed record Text : Shape;

    /// <summary>Bytes of any kind.</summary>
    public sealed record Bytes : Shape;

    /// <summary>JSON of which nothing more is said here.</summary>
    public sealed record Json : Shape;
}
