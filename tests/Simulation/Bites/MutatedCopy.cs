using System.Diagnostics;

namespace Interactions.Simulation.Bites;

/// <summary>A copy of the sources in a folder of its own, in which one bug after another is put, built and taken out again.</summary>
internal sealed class MutatedCopy : IDisposable
{
    private const string Project = "tests/Simulation";

    // What the simulation is built from.
    private static readonly string[] Parts = ["src/Domain", "src/Functions", "standins", "tests/Memory", Project];

    private static readonly string[] LeftOut = ["bin", "obj", "node_modules"];

    private readonly string _folder = Directory.CreateTempSubdirectory("bites-").FullName;

    public MutatedCopy()
    {
        foreach (var file in Directory.EnumerateFiles(Sources.Root).Append(Path.Combine(Sources.Root, "tests", "Directory.Build.props")))
            Copy(file);
        foreach (var part in Parts)
            CopyAll(new DirectoryInfo(Path.Combine(Sources.Root, part)));
    }

    /// <summary>What the simulation of that product is.</summary>
    public string Built => Path.Combine(_folder, Project, "bin", "Debug", "net10.0", "Interactions.Simulation.dll");

    /// <summary>Null where it can be built, and otherwise why not.</summary>
    public string? Put(Bug bug)
    {
        foreach (var edit in bug.Edits)
            Write(edit.File, edit.In(Sources.Read(_folder, edit.File)));
        return Build();
    }

    public void TakeOut(Bug bug)
    {
        foreach (var edit in bug.Edits)
            Write(edit.File, Sources.Read(Sources.Root, edit.File));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);

    private string? Build()
    {
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", Project, "-p:RunAnalyzers=false", "-nologo", "-v:quiet"])
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
