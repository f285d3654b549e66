namespace Interactions.Dev;

internal static class Repository
{
    /// <summary>The clone's folder, whichever folder the command was given in.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Interactions.sln")))
                return folder.FullName;
        }

        return Environment.CurrentDirectory;
    }
}
