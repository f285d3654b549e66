using Azure.Data.Tables;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Storage;

/// <summary>
/// Numbers for interactions, taken from the table a block at a time. A block belongs to whoever saw its own write confirmed;
/// one whose write is in doubt is left unused, because a gap does no harm and a number given twice does.
/// </summary>
internal sealed class NumberLeases(TableServiceClient storage, ILogger<NumberLeases> logger, int blockSize = 100)
{
    private const string Next = "Next";

    private readonly Table _table = new(storage, TableNames.Numbers);
    private readonly Lock _gate = new();
    private readonly PriorityQueue<long, long> _free = new();
    private Task? _lease;

    public ValueTask<InteractionNumber> TakeAsync(CancellationToken cancellationToken)
    {
        Task lease;
        lock (_gate)
        {
            // Ahead of need, so that a customer's message rarely waits for it.
            if (_free.Count <= blockSize / 5)
                _lease ??= Several.BeginAsync(LeaseAsync);
            if (_free.TryDequeue(out var number, out _))
                return ValueTask.FromResult(new InteractionNumber(number));
            lease = _lease!;
        }

        return TakeAfterAsync(lease, cancellationToken);
    }

    /// <summary>Gives back a number that was never used.</summary>
    public void PutBack(InteractionNumber number)
    {
        lock (_gate)
            _free.Enqueue(number.Value, number.Value);
    }

    private async ValueTask<InteractionNumber> TakeAfterAsync(Task lease, CancellationToken cancellationToken)
    {
        await lease.WaitAsync(cancellationToken);
        return await TakeAsync(cancellationToken);
    }

    private async Task LeaseAsync()
    {
        try
        {
            var first = await LeaseBlockAsync();
            lock (_gate)
            {
                for (var number = first; number < first + blockSize; number++)
                    _free.Enqueue(number, number);
                _lease = null;
            }
        }
        catch (Exception fault)
        {
            lock (_gate)
                _lease = null;
            logger.NumbersNotLeased(fault);
            throw;
        }
    }

    // Whoever is refused was overtaken by somebody who was not, so this comes to an end.
    private async Task<long> LeaseBlockAsync()
    {
        while (true)
        {
            var row = await _table.FindAsync(Keys.NumberLease, CancellationToken.None);
            var first = row is null ? 1 : row.GetInt64(Next) ?? throw new InvalidDataException("The lease does not say which number is next.");
            var leased = new TableEntity(Keys.NumberLease.Partition, Keys.NumberLease.Row) { [Next] = first + blockSize };
            var mine = row is null
                ? await _table.AddAsync(leased, CancellationToken.None)
                : await _table.ReplaceAsync(leased, row.ETag, CancellationToken.None);
            if (mine)
                return first;
        }
    }
}
