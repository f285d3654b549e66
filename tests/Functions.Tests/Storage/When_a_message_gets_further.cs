using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Tests.Storage;

public sealed class When_a_message_gets_further : IAsyncLifetime
{
    private readonly ProfileId _customer = Given.ACustomer();
    private ConversationStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = new ConversationStore(await SharedTables.OpenAsync());
        var unknown = await _store.LoadAsync(_customer, default);
        var entries = new[] { Given.ASentMessage(1), Given.AReceivedMessage(2, Given.ASid()) };
        await _store.CommitAsync(unknown, Given.AChange(unknown.Conversation, [.. entries]), default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_log_says_how_far_and_the_head_is_not_touched()
    {
        var before = await _store.LoadAsync(_customer, default);
        var stored = (await _store.FindEntryAsync(_customer, 1, default))!;
        var changed = Delivered(stored, DeliveryState.Delivered);

        Assert.NotNull(await _store.ReplaceEntryAsync(_customer, stored, changed, default));

        Assert.Equal(Structure.Of(changed), Structure.Of((await _store.FindEntryAsync(_customer, 1, default))!.Entry));
        Assert.Equal(before.ETag, (await _store.LoadAsync(_customer, default)).ETag);
    }

    [Fact]
    public async Task A_short_fault_of_storage_does_not_lose_what_was_reported()
    {
        var network = new ScriptedNetwork(ScriptedNetwork.Break, ScriptedNetwork.Onwards, ScriptedNetwork.ApplyThenBreak);
        var deliveries = new Deliveries(new ConversationStore(await SharedTables.OpenBehindAsync(network)), loop: null!, TimeProvider.System);

        await deliveries.ReportAsync(_customer, 1, new DeliveryReport(Given.ASid(), DeliveryState.Delivered), Evidence.Callback, default);

        var sent = (MessageSent)(await _store.FindEntryAsync(_customer, 1, default))!.Entry.Fact;
        Assert.Equal(DeliveryState.Delivered, sent.Delivery.State);
    }

    [Fact]
    public async Task Of_two_reports_at_once_one_has_to_look_again()
    {
        var stored = (await _store.FindEntryAsync(_customer, 1, default))!;

        Assert.NotNull(await _store.ReplaceEntryAsync(_customer, stored, Delivered(stored, DeliveryState.Sent), default));
        Assert.Null(await _store.ReplaceEntryAsync(_customer, stored, Delivered(stored, DeliveryState.Queued), default));

        Assert.Equal(DeliveryState.Sent, ((MessageSent)(await _store.FindEntryAsync(_customer, 1, default))!.Entry.Fact).Delivery.State);
    }

    [Fact]
    public async Task Nothing_else_of_an_entry_ever_changes()
    {
        var sent = (await _store.FindEntryAsync(_customer, 1, default))!;
        var received = (await _store.FindEntryAsync(_customer, 2, default))!;
        var delivered = Delivered(sent, DeliveryState.Sent);
        var fact = (MessageSent)delivered.Fact;

        await RefusedAsync(sent, delivered with { Sequence = 3 });
        await RefusedAsync(sent, delivered with { At = Given.Now.AddTicks(1) });
        await RefusedAsync(sent, delivered with { By = Actor.Customer });
        await RefusedAsync(sent, delivered with { Fact = fact with { Message = fact.Message with { Text = "other" } } });
        await RefusedAsync(sent, delivered with { Fact = fact with { Automatic = AutomaticText.Help } });
        await RefusedAsync(sent, delivered with { Fact = new Resumed() });
        await RefusedAsync(received, received.Entry);
    }

    private static LogEntry Delivered(StoredEntry stored, DeliveryState state) =>
        stored.Entry with { Fact = (MessageSent)stored.Entry.Fact with { Delivery = new(state, Given.Now, MessageSid.Parse("SM1")) } };

    private async Task RefusedAsync(StoredEntry stored, LogEntry changed) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.ReplaceEntryAsync(_customer, stored, changed, default));
}
