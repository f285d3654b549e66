using Azure.Data.Tables;
using Interactions.Domain.Desks;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Storage.Queues;

/// <summary>From where to where an agent moves among those who are free, as their desk tells.</summary>
/// <param name="Found">The row by which they were found, where it was in another place than the desk tells.</param>
internal sealed record DeskMove(Desk Before, StoredDesk After, FreeRow? Found = null)
{
    public IEnumerable<Key> From(QueueId queue)
    {
        if (Before.Shown.TryGetValue(queue.Value, out var spot))
        {
            foreach (var type in spot.Types.Each())
                yield return Keys.Free(queue, type, spot.Standing, Before.Agent);
        }

        if (Found is not null)
            yield return new Key(queue.Value, Found.RowKey);
    }

    /// <summary>A row for each type that they have room for.</summary>
    public IEnumerable<TableEntity> To(QueueId queue)
    {
        if (!After.Desk.Shown.TryGetValue(queue.Value, out var spot))
            yield break;
        foreach (var type in spot.Types.Each())
        {
            var row = JsonRow.Of(Keys.Free(queue, type, spot.Standing, After.Desk.Agent), After.Desk, StorageJson.Types.Desk);
            row["DeskETag"] = After.ETag.ToString();
            yield return row;
        }
    }
}
