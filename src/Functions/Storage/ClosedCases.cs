using System.Collections.Concurrent;
using System.Text.Json;
using Azure.Data.Tables;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Storage;

/// <summary>What was closed on a day. What cannot be read is left out: it must not take the rest of its day with it.</summary>
internal sealed class ClosedCases(TableServiceClient storage, ConversationStore conversations, ILogger<ClosedCases> logger)
{
    private const int PageSize = 1000;
    private const int AtOnce = 32;

    private readonly Table _closed = new(storage, TableNames.Closed);

    /// <summary>
    /// As the index tells it: each once, and perhaps one that is about to be closed, or was not after all.
    /// </summary>
    public async Task<IReadOnlyCollection<ClosedCase>> ShownAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, ClosedCase>(StringComparer.Ordinal);
        await foreach (var row in _closed.FindAsync(Keys.ClosedOn(day), PageSize, cancellationToken))
        {
            // In the order in which they were closed: of two attempts the last one may have been stored.
            if (CaseIn(row) is { } closed)
                found[closed.Id.ToString()] = closed;
        }

        return found.Values;
    }

    /// <summary>As the records themselves tell it, each of which is read: what was announced and never stored is not among them.</summary>
    public async Task<IReadOnlyCollection<ClosedCase>> StoredAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var shown = await ShownAsync(day, cancellationToken);
        var stored = new ConcurrentBag<ClosedCase>();
        await Several.ForEachAsync(shown, AtOnce, async (each, within) =>
        {
            // Of two attempts on one day either may have been stored, and on two days each shows it.
            if (await FindAsync(each.Id, within) is { ClosedAt: { } at } closed && DateOnly.FromDateTime(at.UtcDateTime) == day)
                stored.Add(ClosedCase.Of(closed));
        }, cancellationToken);
        return stored;
    }

    private ClosedCase? CaseIn(TableEntity row)
    {
        try
        {
            return IndexRows.CaseIn(row);
        }
        catch (Exception fault) when (IsOfContent(fault))
        {
            logger.NotCounted(row.RowKey, fault);
            return null;
        }
    }

    private async Task<Interaction?> FindAsync(InteractionId id, CancellationToken cancellationToken)
    {
        try
        {
            return await conversations.FindClosedAsync(id, cancellationToken);
        }
        catch (Exception fault) when (IsOfContent(fault))
        {
            logger.NotCounted(id.ToString(), fault);
            return null;
        }
    }

    // Whatever else goes wrong concerns all of them, and nothing is to be summed without them.
    private static bool IsOfContent(Exception fault) =>
        fault is JsonException or InvalidDataException or FormatException or ArgumentException or NotSupportedException
        or (InvalidOperationException and not ObjectDisposedException);
}
