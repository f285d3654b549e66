using System.Diagnostics;
using Azure.Data.Tables;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;

namespace Interactions.Bench.Load;

/// <summary>
/// The least that a message can cost: one point read and one batch of three rows, with what the product writes for it, by the same
/// client to the same emulator, with nothing around it.
/// </summary>
internal sealed class Floor
{
    public const string Read = "floor: point read";
    public const string Write = "floor: batch of three";

    private const string Name = "Floor";

    private readonly TableClient _table;
    private readonly (string Marker, string Head, string Entry) _data;
    private long _sequence;

    private Floor(TableClient table, (string Marker, string Head, string Entry) data) => (_table, _data) = (table, data);

    public static async Task<Floor> OpenAsync(string storage, Policy policy)
    {
        var client = new TableServiceClient(storage);
        await client.CreateTableIfNotExistsAsync(Name);
        var customer = Address.Parse(SignedForm.Customer(0));
        var change = Stories.Ongoing(customer, policy);
        var rows = ConversationRows.Of(new StoredConversation(Conversation.Of(change.Conversation.Id), null), change).Seal()
            .Select(action => ((TableEntity)action.Entity).GetString("Data")).ToList();
        return new(client.GetTableClient(Name), (rows[0], rows[1], rows[2]));
    }

    /// <summary>How many messages it would have been, by so many at once.</summary>
    public async Task<int> MeasureAsync(int workers, TimeSpan time, Tally tally)
    {
        var begun = Stopwatch.GetTimestamp();
        var done = await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => WorkAsync(worker, begun, time, tally)));
        return done.Sum();
    }

    private async Task<int> WorkAsync(int worker, long begun, TimeSpan time, Tally tally)
    {
        await Task.Yield();
        var done = 0;
        for (; Stopwatch.GetElapsedTime(begun) < time; done++)
        {
            var partition = $"{worker}-{done % InboundAlone.PerWorker}";
            var asked = Stopwatch.GetTimestamp();
            var head = await _table.GetEntityIfExistsAsync<TableEntity>(partition, "0");
            tally[Read].Add(Stopwatch.GetElapsedTime(asked));

            var (marker, next, entry) = (Row(partition, $"d-{Interlocked.Increment(ref _sequence):D19}", _data.Marker), Row(partition, "0", _data.Head), Row(partition, $"l-{_sequence:D19}-{worker}", _data.Entry));
            asked = Stopwatch.GetTimestamp();
            await _table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.Add, marker),
                head.HasValue ? new(TableTransactionActionType.UpdateReplace, next, head.Value!.ETag) : new(TableTransactionActionType.Add, next),
                new(TableTransactionActionType.Add, entry),
            ]);
            tally[Write].Add(Stopwatch.GetElapsedTime(asked));
        }

        return done;
    }

    private static TableEntity Row(string partition, string row, string data) => new(partition, row) { ["Data"] = data };
}
