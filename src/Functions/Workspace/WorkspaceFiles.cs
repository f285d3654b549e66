namespace Interactions.Functions.Workspace;

/// <summary>What <c>src/Workspace</c> was bundled to, read once.</summary>
internal sealed class WorkspaceFiles
{
    private const string Page = "index.html";
    private const string NamedByContent = "assets/";

    private readonly Lazy<Dictionary<string, WorkspaceFile>> _files = new(Read);

    /// <summary>What is no file is a place within the page, which finds its way itself. Null where there is no such file.</summary>
    public WorkspaceFile? Find(string path) => _files.Value.GetValueOrDefault(MeansFile(path) ? path : Page);

    // Places may end in an interaction's id, which has a dot in it.
    private static bool MeansFile(string path) =>
        path.StartsWith(NamedByContent, StringComparison.Ordinal) || (Path.HasExtension(path) && !path.Contains('/', StringComparison.Ordinal));

    private static Dictionary<string, WorkspaceFile> Read()
    {
        var folder = new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "workspace"));
        if (!folder.Exists)
            return [];
        return folder.EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Extension is not (".br" or ".gz"))
            .Select(file => (Name: Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/'), file.FullName))
            .ToDictionary(
                file => file.Name,
                file => WorkspaceFile.Read(file.FullName, file.Name.StartsWith(NamedByContent, StringComparison.Ordinal)),
                StringComparer.Ordinal);
    }
}
