using Interactions.Domain.Interactions;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Intake;

/// <summary>What is stored about a customer, without what differs from one customer to the next.</summary>
internal static class Outcome
{
    public static async Task<string> OfAsync(RunningApp app, Customer customer)
    {
        var conversation = await customer.ConversationAsync(app);
        var log = await customer.LogAsync(app);
        Assert.Equal(Enumerable.Range(1, log.Count).Select(n => (long)n), log.Select(entry => entry.Sequence));
        Assert.Equal(log.Count + 1, conversation.NextSequence);

        var lines = conversation.Active
            .Select(open => $"open {open.Id.Ordinal} {open.Line} {open.Handling} unread {open.Unread} {string.Join('+', open.AutomaticTexts)}")
            .Concat(conversation.LastClosed.Select(closed => $"closed {closed.Id.Ordinal} {closed.Line}"))
            .Concat(conversation.Consents.Select(consent => $"consent {consent.Key} {consent.Value.State}"))
            .Concat(log.Select(entry => $"{entry.Sequence} {entry.Fact.GetType().Name} {entry.Interaction?.Ordinal} {TextOf(entry.Fact)}"));
        foreach (var open in conversation.Active)
            await AssertIsFoundAsync(app, open);
        return string.Join('\n', lines);
    }

    // An index may show too much, never too little.
    private static async Task AssertIsFoundAsync(RunningApp app, Interaction open)
    {
        var storage = app.Services.GetRequiredService<Azure.Data.Tables.TableServiceClient>();
        Assert.Equal(open.Id, await app.Services.GetRequiredService<Indexes>().FindNumberAsync(open.Number, CancellationToken.None));
        await AssertExistsAsync(storage, TableNames.Active, Keys.Active(open.Id));
        if (open.Phase is Phase.Queued queued)
            await AssertExistsAsync(storage, TableNames.Queues, Keys.Waiting(new WaitingPlace(open.Queue, open.Priority, queued.Place.Since, open.Id, queued.Place.Version, open.Type)));
        if (open.Holder is { } holder)
            await AssertExistsAsync(storage, TableNames.Agents, Keys.OnDesk(holder, open.Id));
    }

    private static async Task AssertExistsAsync(Azure.Data.Tables.TableServiceClient storage, string table, Key key)
    {
        var row = await storage.GetTableClient(table).GetEntityIfExistsAsync<Azure.Data.Tables.TableEntity>(key.Partition, key.Row);
        Assert.True(row.HasValue, $"{table} does not show {key}.");
    }

    private static string TextOf(Fact fact) => fact switch
    {
        MessageReceived received => received.Message.Text,
        MessageSent sent => sent.Message.Text,
        _ => "",
    };
}
