using Azure.Data.Tables;
using Interactions.Domain.Values;

namespace Interactions.Functions.Storage;

/// <summary>How far the provider's list was compared with what came, what of it nobody wants, and what waits.</summary>
internal sealed class InboundChecks(TableServiceClient storage)
{
    private const string Since = "Since";
    private const string Through = "Through";

    private readonly Table _table = new(storage, TableNames.Inbound);

    public async Task<InboundCheck?> FindAsync(string account, CancellationToken cancellationToken) =>
        await _table.FindAsync(Keys.InboundCheck(account), cancellationToken) is { } row
            ? new(account, Moment(row, Since), Moment(row, Through), row.ETag.ToString())
            : null;

    /// <summary>What came before then is nobody's to take in.</summary>
    public Task BeginAsync(string account, DateTimeOffset since, CancellationToken cancellationToken) =>
        _table.AddAsync(Row(account, since, since), cancellationToken);

    /// <summary>The check as it stands then; null where somebody else moved it meanwhile.</summary>
    public async Task<InboundCheck?> MoveAsync(InboundCheck check, DateTimeOffset through, CancellationToken cancellationToken) =>
        await _table.ExchangeAsync(Row(check.Account, check.Since, through), new(check.Version), cancellationToken) is { } version
            ? check with { Through = through, Version = version.ToString() }
            : null;

    public Task DiscardAsync(MessageSid sid, CancellationToken cancellationToken)
    {
        var key = Keys.Discarded(sid);
        return _table.PutAsync(new TableEntity(key.Partition, key.Row), cancellationToken);
    }

    public async Task<bool> IsDiscardedAsync(MessageSid sid, CancellationToken cancellationToken) =>
        await _table.FindAsync(Keys.Discarded(sid), cancellationToken) is not null;

    /// <summary>Since when a message waits for its files; from now on, where nobody asked before.</summary>
    public async Task<DateTimeOffset> WaitsSinceAsync(MessageSid sid, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = Keys.WaitingForFiles(sid);
        if (await _table.FindAsync(key, cancellationToken) is { } row)
            return Moment(row, Since);
        await _table.AddAsync(new TableEntity(key.Partition, key.Row) { [Since] = now }, cancellationToken);
        return now;
    }

    public Task EndWaitAsync(MessageSid sid, CancellationToken cancellationToken) => _table.RemoveAsync(Keys.WaitingForFiles(sid), cancellationToken);

    private static TableEntity Row(string account, DateTimeOffset since, DateTimeOffset through)
    {
        var key = Keys.InboundCheck(account);
        return new TableEntity(key.Partition, key.Row) { [Since] = since, [Through] = through };
    }

    private static DateTimeOffset Moment(TableEntity row, string name) =>
        row.GetDateTimeOffset(name) ?? throw new InvalidDataException($"A check does not say {name}.");
}

/// <param name="Since">When the first check was: what came before is not looked for.</param>
/// <param name="Through">Up to when everything is known.</param>
internal sealed record InboundCheck(string Account, DateTimeOffset Since, DateTimeOffset Through, string Version);
