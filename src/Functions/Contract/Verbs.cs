namespace Interactions.Functions.Contract;

/// <summary>What can be asked of a path.</summary>
internal static class Verbs
{
    private static readonly ILookup<int, (string[] Segments, string Verb)> Known = Operations.All
        .Select(operation => (Segments: operation.Path.Split('/'), operation.Verb))
        .ToLookup(known => known.Segments.Length);

    /// <param name="path">Below <c>/api/</c>.</param>
    public static IReadOnlyList<string> At(string path)
    {
        var segments = path.Trim('/').Split('/');
        var found = Known[segments.Length].Where(known => Fits(known.Segments, segments)).Select(known => known.Verb.ToUpperInvariant()).ToList();
        return found.Count == 0 ? [] : [.. found, .. found.Contains("GET") ? (string[])["HEAD"] : [], "OPTIONS"];
    }

    private static bool Fits(string[] route, string[] path) =>
        route.Zip(path).All(pair => pair.First is ['{', ..] ? pair.Second.Length > 0 : string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase));
}
