using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Privacy;
using Interactions.Domain.Values;
using Interactions.Functions.Storage.Json;

namespace Interactions.Functions.Storage;

/// <summary>
/// Takes out of a profile's rows what is personal. It is the one way besides deliveries in which the log changes; the head said before that
/// it is erased, so that nobody writes into these rows what was in them.
/// </summary>
internal sealed class PersonalRows(TableServiceClient storage)
{
    // Whoever asks the provider is done after a quarter of an hour; what is under way after a day, nobody follows any more.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly Table _table = new(storage, TableNames.Conversations);

    /// <param name="after">Where the part before ended; null at the beginning.</param>
    public async Task<PersonalPart> ReadAsync(ProfileId profile, string? after, ErasedPart erased, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = new List<PersonalRow>();
        await foreach (var row in _table.FindAsync(Keys.Personal(profile, after), Limits.MostRows, cancellationToken))
        {
            rows.Add(Read(row, erased, now));
            if (rows.Count == Limits.MostRows)
                return new(rows, row.RowKey);
        }

        return new(rows, null);
    }

    /// <summary>False where something in it was written differently since it was read.</summary>
    public async Task<bool> EraseAsync(PersonalPart part, CancellationToken cancellationToken)
    {
        var batch = new Batch();
        var isEmpty = true;
        foreach (var (read, becomes) in part.Rows.Select(row => (row.Row, row.Becomes)))
        {
            if (becomes is null)
                continue;
            batch.Replace(becomes, read.ETag);
            isEmpty = false;
        }

        return isEmpty || await _table.SubmitAsync(batch, cancellationToken) is Submission.Written;
    }

    public async IAsyncEnumerable<Interaction> ClosedAsync(ProfileId profile, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _table.FindAsync(Keys.ClosedInteractions(profile), cancellationToken: cancellationToken))
            yield return JsonRow.Read(row, StorageJson.Types.Interaction);
    }

    public async IAsyncEnumerable<RelatedTask> TasksAsync(ProfileId profile, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _table.FindAsync(Keys.AllTasks(profile), cancellationToken: cancellationToken))
            yield return JsonRow.Read(row, StorageJson.Types.RelatedTask);
    }

    private static PersonalRow Read(TableEntity row, ErasedPart erased, DateTimeOffset now) => row.RowKey[..2] switch
    {
        "i-" => Of(row, JsonRow.Read(row, StorageJson.Types.Interaction), erased),
        "k-" => Of(row, JsonRow.Read(row, KeptJson.Default.KeptRequest), erased),
        "l-" => Of(row, JsonRow.Read(row, StorageJson.Types.LogEntry), erased, now),
        "t-" => Of(row, JsonRow.Read(row, StorageJson.Types.RelatedTask), erased),
        _ => throw new InvalidDataException("Nobody has said what is personal in such a row."),
    };

    private static PersonalRow Of(TableEntity row, Interaction closed, ErasedPart erased) => erased.Has(closed.Id) && !closed.IsErased
        ? new(row, JsonRow.Of(KeyOf(row), Erasure.Of(closed), StorageJson.Types.Interaction)) { Closed = closed }
        : new(row, null);

    // Which request it answered is not told any more either: whoever sends it again is told that there is no such thing.
    private static PersonalRow Of(TableEntity row, KeptRequest kept, ErasedPart erased) =>
        new(row, kept.Answer.IsErased || kept.Through > erased.UpTo ? null : JsonRow.Of(KeyOf(row), KeptRequest.Erased, KeptJson.Default.KeptRequest));

    private static PersonalRow Of(TableEntity row, LogEntry entry, ErasedPart erased, DateTimeOffset now)
    {
        if (entry.Sequence > erased.UpTo)
            return new(row, null);
        if (entry.IsErased)
            return new(row, null) { Entry = entry };
        return Settled(entry, now) is { } settled && Erasure.Of(settled) is var becomes
            ? new(row, JsonRow.Of(KeyOf(row), becomes, StorageJson.Types.LogEntry)) { Entry = becomes, Linked = (entry.Fact as UserLinked)?.User }
            : new(row, null) { Entry = entry, IsUnderWay = true };
    }

    private static PersonalRow Of(TableEntity row, RelatedTask task, ErasedPart erased) =>
        new(row, erased.Has(task.Interaction) && !task.IsErased ? JsonRow.Of(KeyOf(row), Erasure.Of(task), StorageJson.Types.RelatedTask) : null);

    // What nobody began to send is not sent; of what the provider may have at this moment, its text is needed to find that out.
    private static LogEntry? Settled(LogEntry entry, DateTimeOffset now) => entry.Fact switch
    {
        MessageSent { Delivery: { IsUnderWay: true } delivery } sent =>
            delivery.State == DeliveryState.Pending ? entry with { Fact = sent with { Delivery = delivery.TakeBack(NotSent.Erased, now) } }
            : delivery.AskedAt + Longest > now ? null
            : entry with { Fact = sent with { Delivery = delivery.GiveUp(now) } },
        _ => entry,
    };

    private static Key KeyOf(TableEntity row) => new(row.PartitionKey, row.RowKey);
}

/// <param name="Next">After which row it goes on; null where this was the end.</param>
internal sealed record PersonalPart(IReadOnlyList<PersonalRow> Rows, string? Next);

/// <param name="Becomes">Null where it stays as it is.</param>
internal sealed record PersonalRow(TableEntity Row, TableEntity? Becomes)
{
    /// <summary>The interaction as it was, where it is erased now.</summary>
    public Interaction? Closed { get; init; }

    /// <summary>The line of the log as it becomes, or is.</summary>
    public LogEntry? Entry { get; init; }

    /// <summary>Whose the profile became by it.</summary>
    public UserId? Linked { get; init; }

    /// <summary>Whether it has to be looked at again.</summary>
    public bool IsUnderWay { get; init; }
}
