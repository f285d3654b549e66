using System.Diagnostics;
using System.Globalization;

namespace Interactions.Simulation.Bites;

/// <summary>Runs one seed after another until a law is broken. A product with a bug in it is looked at in a process of its own.</summary>
internal static class Hunt
{
    private const int Most = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>In that process.</summary>
    public static void Run()
    {
        for (ulong seed = 1; seed <= Most; seed++)
        {
            if (Simulation.Run.Of(new Plan(seed)).Broken is not { } broken)
                continue;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seed} {broken}"));
            return;
        }
    }

    public static Caught? With(string built)
    {
        using var hunt = Process.Start(new ProcessStartInfo("dotnet", [built, Biting.Command, Biting.Inside]) { RedirectStandardOutput = true })!;
        using var end = new Timer(_ => hunt.Kill(), state: null, Patience, Timeout.InfiniteTimeSpan);
        var said = hunt.StandardOutput.ReadToEnd().ReplaceLineEndings(" ").Trim();
        hunt.WaitForExit();
        if (hunt.ExitCode != 0)
            throw new InvalidOperationException($"The hunt ended before its time, after {Patience.TotalMinutes:F0} minutes or for a reason of its own.");
        return said.Split(' ', 2) is [var seed, var law] ? new(int.Parse(seed, CultureInfo.InvariantCulture), law) : null;
    }
}

/// <param name="Seed">The first that found it. They begin at one, so that it also says how many it took.</param>
/// <param name="Law">What was wrong.</param>
internal sealed record Caught(int Seed, string Law);
