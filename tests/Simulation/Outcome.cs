using System.Globalization;
using Interactions.Simulation.Chance;
using Interactions.Simulation.Laws;
using Interactions.Simulation.Telling;

namespace Interactions.Simulation;

/// <summary>What came of a run.</summary>
/// <param name="Broken">Which law was broken; null where none was.</param>
/// <param name="Digest">The same for a run that went the same way.</param>
/// <param name="IsFair">Whether nothing went wrong in it.</param>
internal sealed record Outcome(Plan Plan, string? Broken, ulong Digest, long Steps, TimeSpan Elapsed, bool IsFair)
{
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>How often each ill struck.</summary>
    public required IReadOnlyList<long> Suffered { get; init; }

    public required IReadOnlyDictionary<string, int> Reached { get; init; }

    public required IReadOnlyDictionary<string, Costs.Sum> Costs { get; init; }

    /// <summary>In a few words, with the command that shows it again.</summary>
    public string Verdict => string.Create(CultureInfo.InvariantCulture, $"Seed {Plan.Seed}: {Broken ?? "no law was broken"} ({Elapsed:hh\\:mm\\:ss}, {Steps} steps, digest {Digest:x16})")
        + (Broken is null ? "" : $"\n  dotnet run --project tests/Simulation -- {Plan.Command}");

    public static Outcome Of(World world, string? broken) => new(
        world.Plan, broken, world.Chronicle.Digest, world.Schedule.Steps, world.Schedule.Elapsed, world.Climate.IsFair)
    {
        Lines = world.Chronicle.Lines,
        Suffered = [.. Enum.GetValues<Ill>().Select(world.Chronicle.CountOf)],
        Reached = world.Laws.States.Reached,
        Costs = world.Laws.Costs.Sums,
    };

    /// <summary>Of what happened, what is about whatever the law names.</summary>
    public IReadOnlyList<string> LinesAbout()
    {
        var names = (Broken ?? "").Split(' ', ',', ':', '.', '(', ')', '[', ']', ';').Where(word => word.Length >= 16).ToList();
        return [.. Lines.Where(line => line.Contains(" ! ", StringComparison.Ordinal) || names.Exists(name => line.Contains(name, StringComparison.Ordinal)))];
    }
}
