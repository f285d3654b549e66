namespace Interactions.Simulation.Bites;

/// <summary>The sources that this was built from, in a folder somewhere above it.</summary>
internal static class Sources
{
    private const string Solution = "Interactions.sln";

    public static string Root { get; } = Find();

    public static string Read(string root, string file) => File.ReadAllText(Path.Combine(root, file)).ReplaceLineEndings("\n");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"{Solution} is in no folder above {AppContext.BaseDirectory}.");
    }
}
