using System.Text.RegularExpressions;

namespace Interactions.Functions.Tests.Workspace;

/// <summary>What the pages were bundled to, as it lies beside the app.</summary>
internal static partial class Bundle
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "workspace");

    public static string Page { get; } = Read("index.html");

    /// <summary>All files by their names, but for those that are another one compressed.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Where(name => !name.EndsWith(".br", StringComparison.Ordinal) && !name.EndsWith(".gz", StringComparison.Ordinal)),
    ];

    /// <summary>Everything that the page names itself.</summary>
    public static IReadOnlyList<string> Named { get; } = [.. Own().Matches(Page).Select(match => match.Groups["name"].Value)];

    /// <summary>The scripts that have to be there before anything is shown: what the page names, and what those cannot do without.</summary>
    public static IReadOnlyList<string> FirstScripts()
    {
        var found = new List<string>();
        var open = new Queue<string>(Named.Where(name => name.EndsWith(".js", StringComparison.Ordinal)));
        while (open.TryDequeue(out var name))
        {
            if (found.Contains(name))
                continue;
            found.Add(name);
            foreach (var needed in Import().Matches(Read(name)).Select(match => "assets/" + match.Groups["name"].Value))
                open.Enqueue(needed);
        }

        return found;
    }

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public static long Compressed(string name) => new FileInfo(Path.Combine(Folder, name + ".br")).Length;

    [GeneratedRegex(@"\b(src|href)=""/workspace/(?<name>[^""]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Own();

    // A script that is asked for later is imported as a function is called.
    [GeneratedRegex("""\b(from|import)\s*["']\./(?<name>[^"']+\.js)["']""", RegexOptions.ExplicitCapture)]
    private static partial Regex Import();
}
