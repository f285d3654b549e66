using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Interactions.Functions.Storage;

/// <summary>
/// Figures of finished days. A day's row says which figures count; others are of attempts that were given up. Who sums a day claims it
/// first and replaces the row in the end, if nothing of that day was written differently meanwhile.
/// </summary>
internal sealed class ReportStore(TableServiceClient storage)
{
    private const string Stamp = "Stamp";
    private const string Stale = "Stale";
    private const int LargestPage = 1000;

    private readonly Table _table = new(storage, TableNames.Reports);

    /// <summary>The days whose figures are there and true, each with the stamp of its figures.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, string>> SummedAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var days = new Dictionary<DateOnly, string>();
        await foreach (var row in _table.FindAsync(Keys.ReportedDays(first, last), LargestPage, cancellationToken))
        {
            if (row.GetBoolean(Stale) != true && row.GetString(Stamp) is { } stamp)
                days[DateOnly.ParseExact(row.RowKey, "yyyyMMdd", CultureInfo.InvariantCulture)] = stamp;
        }

        return days;
    }

    /// <summary>The parts that count.</summary>
    public async IAsyncEnumerable<string> ReadAsync(
        string of, IReadOnlyDictionary<DateOnly, string> days, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (days.Count == 0)
            yield break;
        var wanted = days.Select(day => Keys.FiguresOf(day.Key, day.Value)).ToHashSet(StringComparer.Ordinal);
        await foreach (var row in _table.FindAsync(Keys.Figures(of, days.Keys.Min(), days.Keys.Max()), LargestPage, cancellationToken))
        {
            if (wanted.Contains(row.RowKey[..(row.RowKey.LastIndexOf('-') + 1)]))
                yield return JsonRow.TextOf(row);
        }
    }

    /// <summary>Something of that day is written differently now; where nobody summed it, there is nothing to do.</summary>
    public Task OutdateAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var key = Keys.ReportedDay(day);
        return _table.MergeAsync(new TableEntity(key.Partition, key.Row) { [Stale] = true }, cancellationToken);
    }

    public async Task<DayClaim> ClaimAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var key = Keys.ReportedDay(day);
        while (true)
        {
            if (await _table.FindAsync(key, cancellationToken) is { } row)
                return new(day, row.GetString(Stamp), row.ETag);
            await _table.AddAsync(new TableEntity(key.Partition, key.Row) { [Stale] = true }, cancellationToken);
        }
    }

    /// <summary>False where the day was written differently since it was claimed, or somebody else summed it.</summary>
    public async Task<bool> StoreAsync(
        DayClaim claim, IReadOnlyList<(string Of, IReadOnlyList<string> Parts)> figures, CancellationToken cancellationToken)
    {
        var stamp = Guid.NewGuid().ToString("N");
        foreach (var (of, parts) in figures)
        {
            for (var part = 0; part < parts.Count; part++)
                await _table.PutAsync(PartOf(Keys.Figures(of, claim.Day, stamp, part), parts[part]), cancellationToken);
        }

        var key = Keys.ReportedDay(claim.Day);
        var isDone = await _table.ReplaceAsync(
            new TableEntity(key.Partition, key.Row) { [Stamp] = stamp, [Stale] = false }, claim.Version, cancellationToken);
        if ((isDone ? claim.Stamp : stamp) is { } obsolete)
            await ClearAsync(claim.Day, obsolete, figures.Select(each => each.Of), cancellationToken);
        return isDone;
    }

    private static TableEntity PartOf(Key key, string json)
    {
        var row = new TableEntity(key.Partition, key.Row);
        JsonRow.Write(row, json);
        return row;
    }

    private async Task ClearAsync(DateOnly day, string stamp, IEnumerable<string> kinds, CancellationToken cancellationToken)
    {
        var prefix = Keys.FiguresOf(day, stamp);
        foreach (var of in kinds)
        {
            await foreach (var row in _table.FindKeysAsync(new KeyRange(of, prefix, prefix + "~"), cancellationToken))
                await _table.RemoveAsync(new Key(of, row.RowKey), cancellationToken);
        }
    }
}

/// <param name="Stamp">Of the figures that counted so far.</param>
internal sealed record DayClaim(DateOnly Day, string? Stamp, ETag Version);
