using System.Security.Cryptography;

namespace Interactions.Emulator;

/// <summary>Installs a pinned tool once per version, however many processes ask for it at the same time.</summary>
internal static class NpmInstallation
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestInstallation = TimeSpan.FromMinutes(10);

    public static async Task<string> EnsureAsync(NpmTool tool, Action? installing, CancellationToken cancellationToken)
    {
        await NodeRuntime.EnsureAsync(tool.What, cancellationToken);

        var folder = Path.Combine(ToolsFolder(), $"{tool.Name}-{await VersionAsync(tool, cancellationToken)}");
        if (Directory.Exists(folder))
            return folder;

        try
        {
            Directory.CreateDirectory(ToolsFolder());
            await using var exclusive = await LockAsync(folder + ".lock", cancellationToken);
            if (!Directory.Exists(folder))
            {
                installing?.Invoke();
                await InstallAsync(tool, folder, cancellationToken);
            }

            return folder;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new EmulatorException($"The {tool.What} cannot be installed into {folder}: {fault.Message}", fault);
        }
    }

    // What is interrupted halfway, even by a kill, never bears the final name.
    private static async Task InstallAsync(NpmTool tool, string folder, CancellationToken cancellationToken)
    {
        RemoveInterrupted(folder);
        var partial = Directory.CreateDirectory($"{folder}.partial-{Guid.NewGuid():N}").FullName;
        foreach (var file in tool.Files)
            File.Copy(Path.Combine(tool.Source, file), Path.Combine(partial, file));

        var (exitCode, output) = await NodeRuntime.NpmAsync(
            ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], partial, tool.What, cancellationToken);
        if (exitCode != 0)
        {
            Directory.Delete(partial, recursive: true);
            throw new EmulatorException(
                $"npm could not install the {tool.What} into {folder}; is the npm registry reachable? It said: {output.Trim()}");
        }

        Directory.Move(partial, folder);
    }

    private static void RemoveInterrupted(string folder)
    {
        foreach (var partial in Directory.GetDirectories(Path.GetDirectoryName(folder)!, $"{Path.GetFileName(folder)}.partial-*"))
        {
            try
            {
                Directory.Delete(partial, recursive: true);
            }
            catch (IOException)
            {
                // Its npm is still writing; the next installation will find it.
            }
        }
    }

    // Named after everything that goes into it, so that a changed pin is a new installation.
    private static async Task<string> VersionAsync(NpmTool tool, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in tool.Files)
            hash.AppendData(await File.ReadAllBytesAsync(Path.Combine(tool.Source, file), cancellationToken));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < LongestInstallation)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    // In a clone: beside the solution, where `git clean` finds it. Elsewhere: the user's own application data.
    private static string ToolsFolder()
    {
        if (Repository.Root is { } root)
            return Path.Combine(root, ".tools");

        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        return Path.Combine(data, "Interactions", "tools");
    }
}
