using Azure.Data.Tables;
using Interactions.Domain.Interactions;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Desks;
using Interactions.Simulation.Telling;

namespace Interactions.Simulation.Laws;

/// <summary>What is shown anywhere is so, once everybody has come to rest and the sweep has been there.</summary>
internal static class IndexLaws
{
    // What changed since may not have been swept yet: the sweep leaves alone what is younger than a minute, and comes every minute.
    private static readonly TimeSpan Swept = TimeSpan.FromMinutes(3);

    public static void Check(World world, Archive archive)
    {
        var settled = archive.All.Where(kept => world.Schedule.Elapsed - kept.ChangedAt > Swept).ToList();
        var names = settled.Select(kept => kept.Head.Id.Value).ToHashSet(StringComparer.Ordinal);
        var open = settled.SelectMany(kept => kept.Head.Active).ToDictionary(each => each.Id.ToString(), StringComparer.Ordinal);
        Same("what is listed as open", open.Values.Select(Listed), Rows(world, TableNames.Active, names, row => row.RowKey).Select(Listed));
        Same("what waits", open.Values.Where(each => each.Handling == Handling.Queued).Select(each => $"{each.Id} in {each.Queue}"), Waiting(world, names));
        Same("what is on desks", open.Values.Where(each => each.Holder is not null).Select(OnDesk), Rows(world, TableNames.Agents, names, row => row.RowKey == "0" ? null : row.RowKey["i-".Length..]).Select(OnDesk));
        Same("what is closed", settled.SelectMany(kept => kept.Closed.Values).Select(Closed), Rows(world, TableNames.Closed, names, row => row.GetString("Id")).Select(Closed));
        var numbers = settled.SelectMany(kept => kept.Closed.Values).Concat(open.Values).Select(each => $"{each.Number} {each.Id}").ToList();
        var listed = Rows(world, TableNames.Numbers, names, row => row.GetString("Id")).Select(row => $"{row.PartitionKey} {row.GetString("Id")}").ToHashSet(StringComparer.Ordinal);
        if (numbers.FirstOrDefault(number => !listed.Contains(number)) is { } unlisted)
            throw new LawBrokenException($"{unlisted} cannot be found by its number.");
        if (numbers.Select(number => number.Split(' ')[0]).Distinct(StringComparer.Ordinal).Count() != numbers.Count)
            throw new LawBrokenException("Two interactions have the same number.");
    }

    /// <param name="idIn">Of which interaction a row tells; null where of none.</param>
    private static IEnumerable<TableEntity> Rows(World world, string table, HashSet<string> names, Func<TableEntity, string?> idIn) =>
        world.Tables.Rows(table).All.Select(row => row.As<TableEntity>(select: null)).Where(row => idIn(row) is { } id && names.Contains(id.Split('.')[0]));

    private static IEnumerable<string> Waiting(World world, HashSet<string> names) =>
        Rows(world, TableNames.Queues, names, WaiterIn).Select(row => $"{WaiterIn(row)} in {row.PartitionKey}");

    private static string? WaiterIn(TableEntity row) => Keys.IsWaiting(row.RowKey) ? row.RowKey.Split('-')[4] : null;

    private static string Listed(Interaction open) => $"{open.Id} {Shown(open.State, open.Handling)} in {open.Queue} of {open.AssignedTo?.Value ?? "nobody"}";

    private static string Listed(TableEntity row) =>
        $"{row.RowKey} {Shown(Enum.Parse<InteractionState>(row.GetString("State")), Enum.Parse<Handling>(row.GetString("Handling")))} in {row.GetString("Queue")} of {row.GetString("AssignedTo") ?? "nobody"}";

    // That somebody is asked to take it, their desk shows: it would be one write more for each assignment.
    private static string Shown(InteractionState state, Handling handling) => state == InteractionState.New ? "New" : $"{state} {handling}";

    private static string OnDesk(Interaction open) => $"{open.Holder}: {open.Id} {open.State} {open.Handling} {(open.TakesUpRoom() ? "taking up room" : "beside")}";

    private static string OnDesk(TableEntity row)
    {
        var item = DeskRows.ItemIn(row);
        return $"{row.PartitionKey}: {item.Id} {item.State} {item.Handling} {(item.TakesUpRoom ? "taking up room" : "beside")}";
    }

    private static string Closed(Interaction closed) => $"{closed.Id} {closed.State} {closed.ClosedAt:O}";

    private static string Closed(TableEntity row) => $"{row.GetString("Id")} {row.GetString("State")} {row.GetDateTimeOffset("ClosedAt"):O}";

    private static void Same(string what, IEnumerable<string> so, IEnumerable<string> shown)
    {
        var (isSo, isShown) = (so.ToHashSet(StringComparer.Ordinal), shown.ToHashSet(StringComparer.Ordinal));
        if (isSo.SetEquals(isShown))
            return;
        var (missing, wrong) = (isSo.Except(isShown).Order(StringComparer.Ordinal).Take(3), isShown.Except(isSo).Order(StringComparer.Ordinal).Take(3));
        throw new LawBrokenException($"Of {what}, not shown: [{string.Join("; ", missing)}]; shown and not so: [{string.Join("; ", wrong)}].");
    }
}
