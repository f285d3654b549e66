using Interactions.Emulator;

namespace Interactions.Simulation.Bites;

/// <summary>The sources that this was built from.</summary>
internal static class Sources
{
    public static string Root { get; } = Repository.Root ?? throw new DirectoryNotFoundException("Bugs are put into a copy of the sources, which are not here.");

    public static string Read(string root, string file) => File.ReadAllText(Path.Combine(root, file)).ReplaceLineEndings("\n");
}
