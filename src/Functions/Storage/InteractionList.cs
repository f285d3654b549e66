using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage;

/// <summary>
/// All interactions in an order in which none changes its place: first what is open, then what was closed, the last day first.
/// </summary>
internal sealed class InteractionList(TableServiceClient storage)
{
    private const int PageSize = 500;

    // Most days have little or nothing, and each is asked for by itself.
    private const int DaysAtOnce = 8;

    private readonly Table _active = new(storage, TableNames.Active);
    private readonly Table _closed = new(storage, TableNames.Closed);

    /// <param name="days">Of which days what was closed is wanted, the last one first; null where it is not.</param>
    /// <param name="after">A place that was given out with an entry.</param>
    public async IAsyncEnumerable<IndexEntry> ReadAsync(
        bool open, (DateOnly Last, DateOnly First)? days, Cursor? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = PlaceIn(after);
        if (open && place is not { IsOpen: false })
        {
            await foreach (var entry in OpenAsync(place, cancellationToken))
                yield return entry;
        }

        if (days is { } wanted)
        {
            await foreach (var entry in ClosedAsync(wanted, place is { IsOpen: false } ? place : null, cancellationToken))
                yield return entry;
        }
    }

    private async IAsyncEnumerable<IndexEntry> OpenAsync(ListPlace? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var shard in Keys.ActiveShards.Where(shard => string.CompareOrdinal(shard, after?.Partition ?? "") >= 0))
        {
            var range = Keys.AllActive(shard) with { After = shard == after?.Partition ? after.Row : "" };
            await foreach (var row in _active.FindAsync(range, PageSize, cancellationToken))
                yield return EntryOf(row, InteractionId.Parse(row.RowKey), row.GetString("AssignedTo"), null, 'o');
        }
    }

    private async IAsyncEnumerable<IndexEntry> ClosedAsync(
        (DateOnly Last, DateOnly First) days, ListPlace? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = after is null ? days.Last : Earlier(days.Last, DayIn(after.Partition));
        for (var day = last; day >= days.First; day = day.AddDays(-DaysAtOnce))
        {
            await using var several = new DaysRead(
                Enumerable.Range(0, DaysAtOnce).Select(n => day.AddDays(-n)).Where(each => each >= days.First), each => RowsOf(each, after, cancellationToken));
            await foreach (var row in several.ReadAsync())
                yield return EntryOf(row, IndexRows.IdIn(row), row.GetString("LastAgent"), row.GetDateTimeOffset("ClosedAt"), 'c');
        }
    }

    private IAsyncEnumerable<TableEntity> RowsOf(DateOnly day, ListPlace? after, CancellationToken cancellationToken)
    {
        var range = Keys.ClosedOn(day);
        return _closed.FindAsync(range.Partition == after?.Partition ? range with { After = after.Row } : range, PageSize, cancellationToken);
    }

    private static DateOnly DayIn(string partition) => Keys.IsDay(partition, out var day) ? day : DateOnly.MaxValue;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static IndexEntry EntryOf(TableEntity row, InteractionId id, string? agent, DateTimeOffset? closedAt, char kind) => new(
        id,
        Enum.Parse<InteractionState>(row.GetString("State")),
        Enum.Parse<Handling>(row.GetString("Handling")),
        QueueId.Parse(row.GetString("Queue")),
        agent is null ? null : AgentId.Parse(agent),
        row.GetString("OpenedFor") is { } user ? UserId.Parse(user) : null,
        row.GetDateTimeOffset("OpenedAt")!.Value,
        closedAt,
        Cursor.Parse($"{kind}_{row.PartitionKey}_{row.RowKey}"));

    // A client may have made it up: then it begins wherever that leads.
    private static ListPlace? PlaceIn(Cursor? cursor) =>
        cursor?.Value.Split('_', 3) is ["o" or "c", var partition, var row] ? new(cursor.Value.Value[0] == 'o', partition, row) : null;

    private sealed record ListPlace(bool IsOpen, string Partition, string Row);
}
