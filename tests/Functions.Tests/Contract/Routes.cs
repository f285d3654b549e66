using Interactions.Functions.Contract;

namespace Interactions.Functions.Tests.Contract;

/// <summary>Which operation answers a request.</summary>
internal static class Routes
{
    private static readonly (string[] Segments, Operation Operation)[] Known =
        [.. Operations.All.Select(operation => (operation.Route.Split('/'), operation))];

    /// <summary>All verbs of the path, spelled as it was sent.</summary>
    public static IReadOnlyList<Operation> At(string path)
    {
        var segments = path.Trim('/').Split('/');
        return [.. Known.Where(known => Fits(known.Segments, segments)).Select(known => known.Operation)];
    }

    // A literal is matched as it is read, and not as it is written.
    private static bool Fits(string[] route, string[] path) =>
        route.Length == path.Length && route.Zip(path).All(pair => pair.First is ['{', ..]
            ? pair.Second.Length > 0
            : string.Equals(pair.First, Uri.UnescapeDataString(pair.Second), StringComparison.OrdinalIgnoreCase));
}
