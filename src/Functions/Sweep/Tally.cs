using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Interactions.Functions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Sweep;

/// <summary>Counts what one sweep does.</summary>
internal sealed class Tally(ILogger logger)
{
    private readonly ConcurrentDictionary<Repair, long> _repaired = new();
    private int _looked;
    private int _failed;

    public int Looked => _looked;

    public int Failed => _failed;

    public int Repaired => (int)_repaired.Values.Sum();

    public void Look() => Interlocked.Increment(ref _looked);

    public void Add(Repair kind, object id, int count = 1)
    {
        if (count == 0)
            return;
        _repaired.AddOrUpdate(kind, count, (_, before) => before + count);
        Metrics.Repaired.Add(count, new KeyValuePair<string, object?>("kind", NameOf(kind)));
        logger.Mended(NameOf(kind), id.ToString()!);
    }

    public void Fail(object id, Exception fault)
    {
        Interlocked.Increment(ref _failed);
        Metrics.NotRepaired.Add(1);
        logger.NotMended(id.ToString()!, fault);
    }

    /// <summary>What was mended before, and now.</summary>
    public ImmutableSortedDictionary<string, long> AddedTo(ImmutableSortedDictionary<string, long>? before)
    {
        var sum = (before ?? ImmutableSortedDictionary<string, long>.Empty).ToBuilder();
        foreach (var (kind, count) in _repaired)
            sum[NameOf(kind)] = sum.GetValueOrDefault(NameOf(kind)) + count;
        return sum.ToImmutable();
    }

    private static string NameOf(Repair kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
