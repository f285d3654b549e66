namespace Interactions.Emulator;

/// <summary>The clone that this program was built in.</summary>
public static class Repository
{
    /// <summary>Its folder, or null for a program that was taken elsewhere.</summary>
    public static string? Root { get; } = Find();

    /// <summary>Its folder, and where there is none the folder that the command was given in.</summary>
    public static string RootOrHere => Root ?? Environment.CurrentDirectory;

    private static string? Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Interactions.sln")))
            folder = folder.Parent;
        return folder?.FullName;
    }
}
