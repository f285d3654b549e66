using Azure.Data.Tables;
using Interactions.Functions.Storage;
using Interactions.Simulation.Telling;

namespace Interactions.Simulation.Laws;

/// <summary>Where nothing goes wrong, nobody waits for the sweep: all that is left to it are hints that two wrote at once.</summary>
internal static class SweepLaws
{
    private static readonly HashSet<string> Hints = new(StringComparer.Ordinal) { "staleWaiting", "staleHistory", "staleActive", "outdatedActive", "outdatedDesk" };

    public static void Check(World world)
    {
        if (!world.Climate.IsFair || world.Tables.Rows(TableNames.Sweeps).Find(Keys.Sweep.Partition, Keys.Sweep.Row) is not { } row)
            return;
        var mended = JsonRow.Read(row.As<TableEntity>(select: null), SweepJson.Default.SweepState).Repaired.Where(each => !Hints.Contains(each.Key)).ToList();
        if (mended.Count > 0)
            throw new LawBrokenException($"Nothing went wrong, and yet the sweep mended {string.Join(", ", mended.Select(each => $"{each.Key} {each.Value} times"))}.");
    }
}
