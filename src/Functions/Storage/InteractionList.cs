using System.Globalization;
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
    private const string Day = "yyyyMMdd";

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
        for (var day = days.Last; day >= days.First; day = day.AddDays(-1))
        {
            var partition = day.ToString(Day, CultureInfo.InvariantCulture);
            if (string.CompareOrdinal(partition, after?.Partition ?? "9") > 0)
                continue;
            var range = Keys.ClosedOn(day) with { After = partition == after?.Partition ? after.Row : "" };
            await foreach (var row in _closed.FindAsync(range, PageSize, cancellationToken))
                yield return EntryOf(row, IndexRows.IdIn(row), row.GetString("LastAgent"), row.GetDateTimeOffset("ClosedAt"), 'c');
        }
    }

    private static IndexEntry EntryOf(TableEntity row, InteractionId id, string? agent, DateTimeOffset? closedAt, char kind) => new(
        id,
        Enum.Parse<InteractionState>(row.GetString("State")),
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
