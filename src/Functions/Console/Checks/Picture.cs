using System.Collections.Immutable;
using Interactions.Functions.Storage.Configuration;

namespace Interactions.Functions.Console.Checks;

/// <summary>Everything that is configured. What cannot be read is there, but nothing is known of it.</summary>
internal sealed class Picture
{
    private readonly ImmutableSortedDictionary<string, object?> _documents;

    private Picture(ImmutableSortedDictionary<string, object?> documents) => _documents = documents;

    public static Picture Of(IEnumerable<ConfigRow> rows) => new(rows.ToImmutableSortedDictionary(
        row => Path(row.Kind, row.Id),
        row => Kinds.Find(row.Kind)?.Read(row.Json),
        StringComparer.Ordinal));

    public Picture With(Kind kind, string id, object document) => new(_documents.SetItem(Path(kind.Name, id), document));

    public Picture Without(Kind kind) =>
        new(_documents.RemoveRange(_documents.Keys.Where(path => path.StartsWith(Path(kind.Name, ""), StringComparison.Ordinal))));

    public bool Has(string kind, string id) => _documents.ContainsKey(Path(kind, id));

    public T? Find<T>(Kind<T> kind, string id)
        where T : class => _documents.GetValueOrDefault(Path(kind.Name, id)) as T;

    /// <summary>In the order of their ids.</summary>
    public IEnumerable<(string Id, T Document)> All<T>(Kind<T> kind)
        where T : class => _documents
            .Where(each => each.Key.StartsWith(Path(kind.Name, ""), StringComparison.Ordinal) && each.Value is T)
            .Select(each => (each.Key[(kind.Name.Length + 1)..], (T)each.Value!));

    /// <summary>What names it: <c>lines/main</c>.</summary>
    public IReadOnlyList<string> UsersOf(string kind, string id) =>
    [
        .. _documents
            .Where(each => each.Key != Path(kind, id) && ReferencesIn(each).Any(reference => reference.Kind == kind && reference.Id == id))
            .Select(each => each.Key),
    ];

    private static IEnumerable<Reference> ReferencesIn(KeyValuePair<string, object?> thing) =>
        thing.Value is { } document && Kinds.Find(thing.Key.Split('/')[0]) is { } kind ? kind.ReferencesIn(document) : [];

    private static string Path(string kind, string id) => $"{kind}/{id}";
}
