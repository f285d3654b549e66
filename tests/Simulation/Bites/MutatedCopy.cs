using System.Diagnostics;

namespace Interactions.Simulation.Bites;

/// <summary>A copy of the sources in a folder of its own, in which one bug after another is put, built and taken out again.</summary>
internal sealed class MutatedCopy : IDisposable
{
    private const string Project = "tests/Simulation";

    // Where bugs are.
    private static readonly string[] Products = ["src/Domain", "src/Functions"];

    // What the simulation is built from.
    private static readonly string[] Parts = [.. Products, "standins", "infra", "dev/Emulator", "tests/Memory", Project];

    private static readonly string[] LeftOut = ["bin", "obj", "node_modules"];

    private readonly string _folder = Directory.CreateTempSubdirectory("bites-").FullName;

    public MutatedCopy()
    {
        foreach (var file in Directory.EnumerateFiles(Sources.Root).Append(Path.Combine(Sources.Root, "tests", "Directory.Build.props")))
            Copy(file);
        foreach (var part in Parts)
            CopyAll(new DirectoryInfo(Path.Combine(Sources.Root, part)));
        if (Build(Project) is { } fault)
            throw new InvalidOperationException($"The copy cannot be built: {fault}");

        // As they are without any bug.
        foreach (var project in Products)
            File.Copy(Path.Combine(BinOf(Project), AssemblyOf(project)), Path.Combine(_folder, AssemblyOf(project)));
    }

    /// <summary>The simulation of that product.</summary>
    public string Simulation => Path.Combine(BinOf(Project), "Interactions.Simulation.dll");

    /// <summary>Builds what it is in, and nothing else: nobody sees from outside that anything is different there.</summary>
    /// <returns>Null where it can be built, and otherwise why not.</returns>
    public string? Put(Bug bug)
    {
        foreach (var edit in bug.Edits)
            Write(edit.File, edit.In(Sources.Read(_folder, edit.File)));
        foreach (var project in ProjectsOf(bug))
        {
            if (Build(project, "--no-restore", "-p:BuildProjectReferences=false") is { } fault)
                return fault;
            File.Copy(Path.Combine(BinOf(project), AssemblyOf(project)), Path.Combine(BinOf(Project), AssemblyOf(project)), overwrite: true);
        }

        return null;
    }

    public void TakeOut(Bug bug)
    {
        foreach (var edit in bug.Edits)
            Write(edit.File, Sources.Read(Sources.Root, edit.File));
        foreach (var project in ProjectsOf(bug))
            File.Copy(Path.Combine(_folder, AssemblyOf(project)), Path.Combine(BinOf(Project), AssemblyOf(project)), overwrite: true);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<string> ProjectsOf(Bug bug) => bug.Edits.Select(edit => Products.First(project => edit.File.StartsWith(project, StringComparison.Ordinal))).Distinct();

    private static string AssemblyOf(string project) => $"Interactions.{Path.GetFileName(project)}.dll";

    private string BinOf(string project) => Path.Combine(_folder, project, "bin", "Debug", "net10.0");

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);

    private string? Build(string project, params ReadOnlySpan<string> besides)
    {
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", project, "-p:RunAnalyzers=false", "-nologo", "-v:quiet", .. besides])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
        })!;
        var said = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        return build.ExitCode == 0 ? null : said;
    }

    private void CopyAll(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles())
            Copy(file.FullName);
        foreach (var inner in folder.EnumerateDirectories().Where(inner => !LeftOut.Contains(inner.Name)))
            CopyAll(inner);
    }

    private void Copy(string file)
    {
        var target = Path.Combine(_folder, Path.GetRelativePath(Sources.Root, file));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target);
    }
}
