namespace Interactions.Emulator;

/// <summary>A program that npm installs for us: pinned by package.json and package-lock.json, run by a script that lies beside them.</summary>
/// <param name="Name">What its folder is called.</param>
/// <param name="What">How messages speak of it, after "the".</param>
/// <param name="Source">Where its files are.</param>
/// <param name="Script">Which of them runs it.</param>
public sealed record NpmTool(string Name, string What, string Source, string Script)
{
    internal static NpmTool Emulator { get; } = new("emulator", "Table Storage emulator", Path.Combine(AppContext.BaseDirectory, "emulator"), "run.cjs");

    internal string[] Files { get; } = ["package.json", "package-lock.json", Script];

    /// <summary>Runs it to its end, installed first where it is not; what it wrote.</summary>
    public async Task<string> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken = default)
    {
        var installation = await NpmInstallation.EnsureAsync(this, installing: null, cancellationToken);
        var (exitCode, output) = await NodeRuntime.RunAsync(
            NodeRuntime.Node, [Path.Combine(installation, Script), .. arguments], Environment.CurrentDirectory, What, cancellationToken);
        return exitCode == 0 ? output : throw new EmulatorException($"The {What} failed: {output.Trim()}");
    }
}
