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
        var segments = Read(path);
        return [.. Known.Where(known => Fits(known.Segments, segments)).Select(known => known.Operation)];
    }

    // As the web server does: decoded but for slashes, up where it says so, and one slash at the end more or less.
    private static List<string> Read(string path)
    {
        var segments = new List<string>();
        var isOpen = false;
        foreach (var segment in path[1..].Split('/').Select(each => Uri.UnescapeDataString(each.Replace("%2f", "%252f", StringComparison.OrdinalIgnoreCase))))
        {
            isOpen = segment is "." or "..";
            if (segment == "..")
                segments = [.. segments.SkipLast(1)];
            else if (!isOpen)
                segments.Add(segment);
        }

        return !isOpen && segments is [.., ""] ? [.. segments.SkipLast(1)] : segments;
    }

    private static bool Fits(string[] route, List<string> path) =>
        route.Length == path.Count && route.Zip(path).All(pair => pair.First is ['{', ..]
            ? pair.Second.Length > 0
            : string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase));
}
