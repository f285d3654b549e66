using Azure;
using Azure.Data.Tables;
using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Routing;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Desks;

namespace Interactions.Functions.Storage.Queues;

/// <param name="Version">Of the conversation when the row was written; the change it tells of may not be stored yet.</param>
/// <param name="ChangedAt">When that change was decided.</param>
internal sealed record WaiterRow(Waiter Waiter, long Version, DateTimeOffset? ChangedAt, DateTimeOffset? WrittenAt, ETag ETag);

/// <summary>Somebody who could take something, with their desk as it was when the row was written.</summary>
internal sealed record FreeRow(StoredDesk Stored, string RowKey, ETag ETag);

/// <summary>Where somebody is shown as free.</summary>
internal readonly record struct FreeKey(string Queue, string RowKey);

/// <param name="Since">When the one came who waits longest.</param>
/// <param name="Types">What they wait for.</param>
internal readonly record struct WaitingCount(int Number, DateTimeOffset? Since, TypeSet Types)
{
    public WaitingCount With(DateTimeOffset since, InteractionType type) => new(Number + 1, since > Since ? Since : since, Types.With(type));
}
