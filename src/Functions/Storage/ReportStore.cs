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
    private const string Before = "Before";
    private const string Stale = "Stale";
    private const string SummedAt = "SummedAt";
    private const string ChangedAt = "ChangedAt";
    private const int LargestPage = 1000;

    // What is announced is stored a moment later, by another clock.
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    private readonly Table _table = new(storage, TableNames.Reports);

    /// <summary>The days that need not be summed (again) now, each with the stamp of its figures.</summary>
    public Task<IReadOnlyDictionary<DateOnly, string>> SettledAsync(DateOnly first, DateOnly last, DateTimeOffset now, CancellationToken cancellationToken) =>
        DaysAsync(first, last, row => IsSettled(row, now), cancellationToken);

    /// <summary>The days that were summed at all.</summary>
    public Task<IReadOnlyDictionary<DateOnly, string>> SummedAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        DaysAsync(first, last, _ => true, cancellationToken);

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

    /// <summary>Something of that day is about to be written differently; where nobody summed it, there is nothing to do.</summary>
    public Task OutdateAsync(DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = Keys.ReportedDay(day);
        return _table.MergeAsync(new TableEntity(key.Partition, key.Row) { [Stale] = true, [ChangedAt] = now }, cancellationToken);
    }

    public async Task<DayClaim> ClaimAsync(DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = Keys.ReportedDay(day);
        while (true)
        {
            if (await _table.FindAsync(key, cancellationToken) is { } row)
                return new(day, now, row.GetString(Stamp), row.GetString(Before), row.GetDateTimeOffset(ChangedAt), row.ETag);
            await _table.AddAsync(new TableEntity(key.Partition, key.Row), cancellationToken);
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
            new TableEntity(key.Partition, key.Row) { [Stamp] = stamp, [Before] = claim.Stamp, [Stale] = false, [SummedAt] = claim.At, [ChangedAt] = claim.ChangedAt },
            claim.Version,
            cancellationToken);

        // Those that counted until now may be being read.
        if ((isDone ? claim.Before : stamp) is { } obsolete)
            await ClearAsync(claim.Day, obsolete, figures.Select(each => each.Of), cancellationToken);
        return isDone;
    }

    private async Task<IReadOnlyDictionary<DateOnly, string>> DaysAsync(
        DateOnly first, DateOnly last, Func<TableEntity, bool> counts, CancellationToken cancellationToken)
    {
        var days = new Dictionary<DateOnly, string>();
        await foreach (var row in _table.FindAsync(Keys.ReportedDays(first, last), LargestPage, cancellationToken))
        {
            if (row.GetString(Stamp) is { } stamp && counts(row))
                days[DayOf(row)] = stamp;
        }

        return days;
    }

    // Right after a change it is good enough once; when everything is stored that was announced by then, it is summed once more.
    private static bool IsSettled(TableEntity row, DateTimeOffset now)
    {
        var over = new DateTimeOffset(DayOf(row).AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        var changed = row.GetDateTimeOffset(ChangedAt) is { } at && at > over ? at : over;
        return row.GetBoolean(Stale) == false && (row.GetDateTimeOffset(SummedAt) >= changed + Settling || now < changed + Settling);
    }

    private static DateOnly DayOf(TableEntity row) => Keys.DayIn(row.RowKey);

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
/// <param name="Before">Of those that counted before these.</param>
internal sealed record DayClaim(DateOnly Day, DateTimeOffset At, string? Stamp, string? Before, DateTimeOffset? ChangedAt, ETag Version);
