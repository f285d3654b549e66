using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Interactions.Emulator;

internal static class NodeRuntime
{
    public const string Node = "node";

    private const int OldestMajor = 20;

    // On Windows npm is a command script, which cannot be started by its bare name.
    private static string Npm => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    public static async Task EnsureAsync(string what, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await RunAsync(Node, ["--version"], Environment.CurrentDirectory, what, cancellationToken);
        var major = output.Trim().TrimStart('v').Split('.')[0];
        if (exitCode != 0 || !int.TryParse(major, CultureInfo.InvariantCulture, out var version) || version < OldestMajor)
        {
            throw new EmulatorException(
                $"Node.js {OldestMajor} or later is needed to run the {what}, but `node --version` says "
                + $"'{output.Trim()}': install a newer one from https://nodejs.org.");
        }
    }

    public static Task<(int ExitCode, string Output)> NpmAsync(
        IReadOnlyList<string> arguments, string folder, string what, CancellationToken cancellationToken) =>
        RunAsync(Npm, arguments, folder, what, cancellationToken);

    public static async Task<(int ExitCode, string Output)> RunAsync(
        string program, IReadOnlyList<string> arguments, string folder, string what, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        using var process = Start(start, what);
        await using var stopped = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);

        // What goes well may be warned about; that is no part of what it says.
        var complaint = await error;
        return (process.ExitCode, process.ExitCode == 0 ? await output : await output + complaint);
    }

    private static Process Start(ProcessStartInfo start, string what)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new EmulatorException(
                $"Node.js {OldestMajor} or later (with npm) is needed to run the {what}, but `{start.FileName}` "
                + "was not found: install it from https://nodejs.org.",
                missing);
        }
    }
}
