using Interactions.Functions.Storage;
using Interactions.Simulation.Telling;

namespace Interactions.Simulation.Laws;

/// <summary>Where nothing goes wrong any more and everybody does their work, everything comes to its end.</summary>
internal static class EndLaws
{
    public static void Check(World world, Archive archive)
    {
        if (archive.All.SelectMany(kept => kept.Head.Active).FirstOrDefault() is { } open)
            throw new LawBrokenException($"{open.Id} is still open: {open}.");
        if (world.Bus.DeadLetters is [var dead, ..])
            throw new LawBrokenException($"{dead.Id} ended as a dead letter.");
        if (world.Tables.Rows(TableNames.Unprocessed).All is [var left, ..])
            throw new LawBrokenException($"Message {left.RowKey} is still unprocessed.");
    }
}
