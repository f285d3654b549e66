using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage;

/// <summary>
/// Profiles by the day on which something was over or heard last, as far as indexes tell: each at least once for its last day. Whoever acts on
/// one reads the conversation first.
/// </summary>
internal sealed class QuietProfiles(TableServiceClient storage)
{
    private const int PageSize = 100;

    private readonly Table _closed = new(storage, TableNames.Closed);
    private readonly Table _heard = new(storage, TableNames.Heard);

    /// <summary>The first day of which anything is known.</summary>
    public async Task<DateOnly?> FirstDayAsync(CancellationToken cancellationToken)
    {
        DateOnly? first = null;
        foreach (var table in (Table[])[_closed, _heard])
        {
            await foreach (var row in table.ScanAsync("", pageSize: 1, cancellationToken))
            {
                var day = Keys.DayIn(row.PartitionKey);
                first = first < day ? first : day;
                break;
            }
        }

        return first;
    }

    /// <param name="heard">Those who were only heard, linked or named; otherwise those of whom something was closed.</param>
    public async IAsyncEnumerable<(ProfileId Profile, string Place)> OnAsync(
        DateOnly day, bool heard, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var range = heard ? Keys.HeardOn(day) : Keys.ClosedOn(day);
        await foreach (var row in (heard ? _heard : _closed).FindAsync(range with { After = after ?? "" }, PageSize, cancellationToken))
            yield return (heard ? ProfileId.Parse(row.RowKey) : IndexRows.IdIn(row).Profile, row.RowKey);
    }

    /// <summary>Has a profile looked at again once that day's time has come.</summary>
    public Task PutAsync(DateOnly day, ProfileId profile, CancellationToken cancellationToken) =>
        _heard.PutAsync(IndexRows.Heard(day, profile), cancellationToken);

    public Task RemoveAsync(DateOnly day, ProfileId profile, CancellationToken cancellationToken) =>
        _heard.RemoveAsync(Keys.Heard(day, profile), cancellationToken);
}
