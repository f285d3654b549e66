using Interactions.Domain.Values;
using Interactions.Functions.Http;

namespace Interactions.Functions.Console.Checks;

/// <summary>Says everything that is wrong with something that is to be configured, and not only the first.</summary>
internal static class Check
{
    public static IReadOnlyList<Fault> FaultsIn(Kind kind, string id, object document, Picture others)
    {
        var picture = others.With(kind, id, document);
        return
        [
            .. FaultsIn(kind.ReferencesIn(document), picture),
            .. kind.FaultsIn(id, document, picture),
        ];
    }

    /// <summary>References to nothing.</summary>
    public static IEnumerable<Fault> FaultsIn(IEnumerable<Reference> references, Picture picture) =>
        references.SelectMany(reference => FaultsIn(reference, picture));

    private static IEnumerable<Fault> FaultsIn(Reference reference, Picture picture)
    {
        if (string.IsNullOrEmpty(reference.Id))
            yield return new(reference.Field, "is missing");
        else if (!Identifier.IsValid(reference.Id))
            yield return new(reference.Field, Ids.Otherwise);
        else if (!picture.Has(reference.Kind, reference.Id))
            yield return new(reference.Field, $"names '{reference.Id}', and there are no such {reference.Kind}");
    }
}
