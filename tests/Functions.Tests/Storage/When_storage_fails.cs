using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Identity;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using static Interactions.Functions.Tests.Storage.ScriptedNetwork;

namespace Interactions.Functions.Tests.Storage;

public sealed class When_storage_fails : IClassFixture<OwnEmulator>
{
    private readonly OwnEmulator _emulator;
    private readonly ProfileId _customer = Given.ACustomer();
    private readonly MessageSid _sid = Given.ASid();

    public When_storage_fails(OwnEmulator emulator) => _emulator = emulator;

    public static TheoryData<string> Faults =>
        ["break", "timeout", "401", "403", "408", "429", "500", "502", "503", "504", "302"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_change_that_never_reached_it_can_be_stored_later(string fault)
    {
        var store = await StoreAsync(Onwards, StepOf(fault));
        var unknown = await store.LoadAsync(_customer, default);
        var change = Given.AMessageIn(unknown.Conversation, _sid);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.CommitAsync(unknown, change, default));

        Assert.Equal(CommitOutcome.Committed, await store.CommitAsync(unknown, change, default));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Nothing_is_taken_for_missing(string fault)
    {
        var store = await StoreAsync([.. Enumerable.Repeat(StepOf(fault), 4)]);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.LoadAsync(_customer, default));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.ReadLogAsync(_customer, 1, 9, default));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.FindEntryAsync(_customer, 1, default));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.FindReceiptAsync(_customer, "any", default));
    }

    [Fact]
    public async Task A_change_in_doubt_is_a_duplicate_when_it_is_stored_again()
    {
        var store = await StoreAsync(Onwards, ApplyThenBreak);
        var unknown = await store.LoadAsync(_customer, default);

        await Assert.ThrowsAsync<StorageUnavailableException>(
            () => store.CommitAsync(unknown, Given.AMessageIn(unknown.Conversation, _sid), default));

        var loaded = await store.LoadAsync(_customer, default);
        Assert.Equal(CommitOutcome.Duplicate, await store.CommitAsync(loaded, Given.AMessageIn(loaded.Conversation, _sid), default));
    }

    [Fact]
    public async Task A_change_that_conflicts_with_its_own_repetition_is_a_duplicate_or_a_conflict_but_never_stored_twice()
    {
        var store = await StoreAsync(Onwards, ApplyTwice, Onwards, ApplyTwice);
        var unknown = await store.LoadAsync(_customer, default);
        Assert.Equal(CommitOutcome.Duplicate, await store.CommitAsync(unknown, Given.AMessageIn(unknown.Conversation, _sid), default));

        var loaded = await store.LoadAsync(_customer, default);
        Assert.Equal(CommitOutcome.Conflict, await store.CommitAsync(loaded, Given.AChange(loaded.Conversation, Given.ASentMessage(2)), default));

        Assert.Equal(2, (await store.ReadLogAsync(_customer, 1, 9, default)).Count);
        Assert.Equal(2, (await store.LoadAsync(_customer, default)).Conversation.Version);
    }

    [Fact]
    public async Task An_answer_that_says_nothing_leaves_the_change_in_doubt()
    {
        var store = await StoreAsync(Onwards, Answer(202, "<h1>Welcome</h1>"));
        var unknown = await store.LoadAsync(_customer, default);

        await Assert.ThrowsAsync<StorageUnavailableException>(
            () => store.CommitAsync(unknown, Given.AMessageIn(unknown.Conversation, _sid), default));
    }

    [Fact]
    public async Task A_page_of_somebody_elses_is_not_a_conversation()
    {
        var store = await StoreAsync(Answer(200, "<h1>Welcome</h1>"));

        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.LoadAsync(_customer, default));
    }

    [Fact]
    public async Task The_fault_that_was_met_is_kept()
    {
        var store = await StoreAsync(Answer(503));

        var unavailable = await Assert.ThrowsAsync<StorageUnavailableException>(() => store.LoadAsync(_customer, default));

        Assert.Equal(503, Assert.IsType<RequestFailedException>(unavailable.InnerException).Status);
    }

    [Fact]
    public async Task A_mistake_of_ours_is_seen_as_it_is()
    {
        var store = await StoreAsync(Onwards, Answer(400, "{}"));
        var unknown = await store.LoadAsync(_customer, default);

        var mistake = await Assert.ThrowsAsync<RequestFailedException>(
            () => store.CommitAsync(unknown, Given.AMessageIn(unknown.Conversation, _sid), default));

        Assert.Equal(400, mistake.Status);
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_not_taken_for_an_outage()
    {
        var storage = await SharedTables.OpenAsync();
        var row = new TableEntity(_customer.Value, "0") { ["Data"] = "{\"id\":7}" };
        await storage.GetTableClient(TableNames.Conversations).AddEntityAsync(row);

        await Assert.ThrowsAsync<JsonException>(() => new ConversationStore(storage).LoadAsync(_customer, default));
    }

    [Fact]
    public async Task Whoever_gave_up_is_told_nothing_else()
    {
        var store = await StoreAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.LoadAsync(_customer, new CancellationToken(canceled: true)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.ReadLogAsync(_customer, 1, 2, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Several_attempts_that_all_failed_are_an_outage()
    {
        var several = new AggregateException(new RequestFailedException(500, "no"), new RequestFailedException("no connection"), new TaskCanceledException());

        Assert.Equal(StorageFault.Unavailable, StorageFaults.Of(several, default));
        Assert.Equal(StorageFault.Unavailable, StorageFaults.Of(new AuthenticationFailedException("no token"), default));
        Assert.Equal(StorageFault.Unnamed, StorageFaults.Of(new AggregateException(new ArgumentException("ours")), default));
        Assert.Equal(StorageFault.Unnamed, StorageFaults.Of(new InvalidOperationException(), default));
    }

    [Fact]
    public async Task Missing_tables_are_not_taken_for_missing_customers()
    {
        var storage = _emulator.Storage;
        var store = new ConversationStore(storage);
        var unknown = new StoredConversation(Conversation.Of(_customer), null);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.LoadAsync(_customer, default));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.ReadLogAsync(_customer, 1, 9, default));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.CommitAsync(unknown, Given.AMessageIn(unknown.Conversation, _sid), default));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => new Indexes(storage, TimeProvider.System).ProfilesOfAsync(Given.AUser(), default));
        await Assert.ThrowsAsync<StorageUnavailableException>(
            () => new Indexes(storage, TimeProvider.System).ApplyAsync(new IndexTouch.Active(Given.AnInteraction(_customer), 1), default));
    }

    private static async Task<ConversationStore> StoreAsync(params Step[] script) =>
        new(await SharedTables.OpenBehindAsync(new ScriptedNetwork(script)));

    private static Step StepOf(string fault) => fault switch
    {
        "break" => Break,
        "timeout" => TakeTooLong,
        _ => Answer(int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture)),
    };
}
