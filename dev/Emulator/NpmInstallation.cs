using System.Security.Cryptography;

namespace Interactions.Emulator;

/// <summary>Installs the pinned emulator once per version, however many processes ask for it at the same time.</summary>
internal static class NpmInstallation
{
    private static readonly string Source = Path.Combine(AppContext.BaseDirectory, "emulator");
    private static readonly string[] Files = ["package.json", "package-lock.json", "run.cjs"];

    public static async Task<string> EnsureAsync(CancellationToken cancellationToken)
    {
        await NodeRuntime.EnsureAsync(cancellationToken);

        var folder = Path.Combine(ToolsFolder(), $"emulator-{await VersionAsync(cancellationToken)}");
        var complete = Path.Combine(folder, "complete");
        if (File.Exists(complete))
            return folder;

        Directory.CreateDirectory(folder);
        await using var exclusive = await LockAsync(folder + ".lock", cancellationToken);
        if (File.Exists(complete))
            return folder;

        foreach (var file in Files)
            File.Copy(Path.Combine(Source, file), Path.Combine(folder, file), overwrite: true);

        var (exitCode, output) = await NodeRuntime.NpmAsync(
            ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], folder, cancellationToken);
        if (exitCode != 0)
        {
            throw new EmulatorException(
                $"npm could not install the Table Storage emulator into {folder}; is the npm registry reachable? It said: {output.Trim()}");
        }

        await File.WriteAllTextAsync(complete, string.Empty, cancellationToken);
        return folder;
    }

    // Named after everything that goes into it, so that a changed pin is a new installation.
    private static async Task<string> VersionAsync(CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files)
            hash.AppendData(await File.ReadAllBytesAsync(Path.Combine(Source, file), cancellationToken));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }

    // In a clone: beside the solution, where `git clean` finds it. Elsewhere: the user's own application data.
    private static string ToolsFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Interactions.sln")))
                return Path.Combine(folder.FullName, ".tools");
        }

        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        return Path.Combine(data, "Interactions", "tools");
    }
}
