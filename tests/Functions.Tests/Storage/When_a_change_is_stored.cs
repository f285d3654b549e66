using Azure.Data.Tables;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Tests.Storage;

public sealed class When_a_change_is_stored : IAsyncLifetime
{
    private readonly ProfileId _customer = Given.ACustomer();
    private TableServiceClient _storage = null!;
    private ConversationStore _store = null!;

    public async Task InitializeAsync()
    {
        _storage = await SharedTables.OpenAsync();
        _store = new ConversationStore(_storage);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_customer_nobody_heard_of_has_an_empty_conversation()
    {
        var loaded = await _store.LoadAsync(_customer, default);

        Assert.Null(loaded.ETag);
        Assert.Equal(Structure.Of(Conversation.Of(_customer)), Structure.Of(loaded.Conversation));
    }

    [Fact]
    public async Task Head_log_marker_and_what_was_closed_are_there_together()
    {
        var sid = Given.ASid();
        var change = Given.AMessageIn(Conversation.Of(_customer), sid) with { Closed = [Given.AClosedInteraction(_customer)] };

        var outcome = await _store.CommitAsync(await _store.LoadAsync(_customer, default), change, default);

        Assert.Equal(CommitOutcome.Committed, outcome);
        var loaded = await _store.LoadAsync(_customer, default);
        Assert.NotNull(loaded.ETag);
        Assert.Equal(Structure.Of(change.Conversation), Structure.Of(loaded.Conversation));
        Assert.Equal(Structure.Of(change.Entries), Structure.Of(await _store.ReadLogAsync(_customer, 1, 10, default)));
        Assert.Equal(Structure.Of(change.Closed[0]), Structure.Of(await _store.FindClosedAsync(new(_customer, 1), default)));
        Assert.Equal(1, Assert.Single((await _store.FindReceiptAsync(_customer, sid.Value, default))!.Answers));
    }

    [Fact]
    public async Task The_version_can_be_seen_without_reading_the_rest()
    {
        await Given.StoredAsync(_store, _customer);

        var head = await _storage.GetTableClient(TableNames.Conversations).GetEntityAsync<TableEntity>(_customer.Value, "0");

        Assert.Equal(1, head.Value.GetInt64("Version"));
    }

    [Fact]
    public async Task A_later_change_takes_the_place_of_the_earlier()
    {
        var first = await Given.StoredAsync(_store, _customer);
        var change = Given.AMessageIn(first.Conversation, Given.ASid());

        Assert.Equal(CommitOutcome.Committed, await _store.CommitAsync(first, change, default));

        Assert.Equal(2, (await _store.LoadAsync(_customer, default)).Conversation.Version);
        Assert.Equal([1L, 2L], (await _store.ReadLogAsync(_customer, 1, 10, default)).Select(entry => entry.Sequence));
    }

    [Fact]
    public async Task A_change_decided_on_what_is_no_longer_so_changes_nothing()
    {
        var stale = await Given.StoredAsync(_store, _customer);
        await _store.CommitAsync(stale, Given.AMessageIn(stale.Conversation, Given.ASid(), "first"), default);
        var late = Given.ASid();

        var outcome = await _store.CommitAsync(stale, Given.AMessageIn(stale.Conversation, late, "late"), default);

        Assert.Equal(CommitOutcome.Conflict, outcome);
        Assert.Equal(2, (await _store.ReadLogAsync(_customer, 1, 10, default)).Count);
        Assert.Null(await _store.FindReceiptAsync(_customer, late.Value, default));
    }

    [Fact]
    public async Task Two_who_both_believe_to_be_the_first_are_told_apart()
    {
        var unknown = await _store.LoadAsync(_customer, default);
        await Given.StoredAsync(_store, _customer);

        Assert.Equal(
            CommitOutcome.Conflict,
            await _store.CommitAsync(unknown, Given.AMessageIn(unknown.Conversation, Given.ASid()), default));
        Assert.Equal(
            CommitOutcome.Conflict,
            await _store.CommitAsync(unknown, Given.AChange(unknown.Conversation, Given.ASentMessage(1)), default));
    }

    [Fact]
    public async Task An_order_that_was_carried_out_is_a_duplicate_whatever_it_was_decided_on()
    {
        var sid = Given.ASid();
        var unknown = await _store.LoadAsync(_customer, default);
        await _store.CommitAsync(unknown, Given.AMessageIn(unknown.Conversation, sid), default);
        var fresh = await _store.LoadAsync(_customer, default);

        Assert.Equal(CommitOutcome.Duplicate, await _store.CommitAsync(fresh, Given.AMessageIn(fresh.Conversation, sid), default));
        Assert.Equal(CommitOutcome.Duplicate, await _store.CommitAsync(unknown, Given.AMessageIn(unknown.Conversation, sid), default));
        Assert.Single(await _store.ReadLogAsync(_customer, 1, 10, default));
    }

    [Fact]
    public async Task Of_many_at_once_each_order_is_carried_out_once()
    {
        var sids = Enumerable.Range(0, 8).Select(_ => Given.ASid()).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 32).Select(each => TakeInAsync(sids[each % sids.Length])));

        var log = await _store.ReadLogAsync(_customer, 1, 100, default);
        Assert.Equal(sids.Length, log.Count);
        Assert.Equivalent(sids, log.Select(entry => ((MessageReceived)entry.Fact).Message.Sid), strict: true);
        Assert.Equal(Enumerable.Range(1, sids.Length).Select(sequence => (long)sequence), log.Select(entry => entry.Sequence));
    }

    [Fact]
    public async Task A_head_that_vanished_is_a_conflict()
    {
        var stored = await Given.StoredAsync(_store, _customer);
        await _storage.GetTableClient(TableNames.Conversations).DeleteEntityAsync(_customer.Value, "0");

        Assert.Equal(
            CommitOutcome.Conflict,
            await _store.CommitAsync(stored, Given.AMessageIn(stored.Conversation, Given.ASid()), default));
    }

    [Theory]
    [InlineData(1, 3, new long[] { 1, 2, 3 })]
    [InlineData(2, 2, new long[] { 2 })]
    [InlineData(4, long.MaxValue, new long[] { 4, 5 })]
    [InlineData(-7, 1, new long[] { 1 })]
    [InlineData(3, 2, new long[] { })]
    [InlineData(-3, -2, new long[] { })]
    [InlineData(6, 9, new long[] { })]
    public async Task The_log_is_read_by_sequence(long from, long to, long[] sequences)
    {
        var unknown = await _store.LoadAsync(_customer, default);
        var entries = Enumerable.Range(1, 5).Select(sequence => Given.ASentMessage(sequence));
        await _store.CommitAsync(unknown, Given.AChange(unknown.Conversation, [.. entries]), default);

        Assert.Equal(sequences, (await _store.ReadLogAsync(_customer, from, to, default)).Select(entry => entry.Sequence));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await Given.StoredAsync(_store, _customer);

        Assert.Null(await _store.FindClosedAsync(new(_customer, 1), default));
        Assert.Null(await _store.FindEntryAsync(_customer, 2, default));
        Assert.Null(await _store.FindReceiptAsync(_customer, "another", default));
    }

    [Fact]
    public async Task Long_text_of_any_script_comes_back_whole()
    {
        var text = string.Concat(Enumerable.Repeat("Grüße 你好 👩‍👩‍👧 \"quoted\" \\ \u0001\n", 4_000));
        var unknown = await _store.LoadAsync(_customer, default);

        await _store.CommitAsync(unknown, Given.AMessageIn(unknown.Conversation, Given.ASid(), text), default);

        var entry = (await _store.FindEntryAsync(_customer, 1, default))!.Entry;
        Assert.Equal(text, ((MessageReceived)entry.Fact).Message.Text);
    }

    [Fact]
    public void No_part_of_a_row_ends_in_the_middle_of_a_character()
    {
        var text = "x" + string.Concat(Enumerable.Repeat("👩", 50_000));
        var row = new TableEntity("p", "r");

        JsonRow.Write(row, text);

        Assert.Equal(text, JsonRow.TextOf(row));
        string[] parts = ["Data", "Data1", "Data2", "Data3"];
        Assert.All(parts.Select(row.GetString), part => Assert.False(char.IsHighSurrogate(part[^1])));
        Assert.All(parts.Select(row.GetString), part => Assert.InRange(part.Length, 1, 32_000));
        Assert.False(row.ContainsKey("Data4"));
    }

    private async Task TakeInAsync(MessageSid sid)
    {
        CommitOutcome outcome;
        do
        {
            var loaded = await _store.LoadAsync(_customer, default);
            outcome = await _store.CommitAsync(loaded, Given.AMessageIn(loaded.Conversation, sid), default);
        }
        while (outcome is CommitOutcome.Conflict);
    }
}
