using System.Collections.Immutable;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Routing;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Tests.Driver;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Routing;

/// <summary>Customers who write, to lines and under rules that only one test knows.</summary>
internal static class Opening
{
    private static readonly Address Company = Address.Parse("+15550100001");

    public static TakeInMessage MessageFrom(Customer customer, LineId line, string text = "hello") => new(
        new InboundMessage
        {
            Sid = MessageSid.Parse(Customer.NewSid()),
            From = Address.Parse(customer.Number),
            To = Company,
            Channel = Channel.Sms,
            Text = text,
        },
        line);

    /// <summary>What the loop does for a message, by these rules.</summary>
    public static async Task<Interaction> OpenAsync(RunningApp app, TakeInMessage order, params ImmutableArray<Rule> rules)
    {
        var (store, announcer) = (app.Services.GetRequiredService<ConversationStore>(), app.Services.GetRequiredService<Announcer>());
        var policy = await app.Services.GetRequiredService<PolicySource>().CurrentAsync(default) with { Rules = rules };
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var loaded = await store.LoadAsync(ProfileId.Of(order.Message.From), default);
        var numbered = order with { Number = await app.Services.GetRequiredService<NumberLeases>().TakeAsync(default) };
        var change = (Decision.Changed)Lifecycle.Decide(loaded.Conversation, numbered, policy, now);
        await announcer.AnnounceAsync(change, order.By, default);
        if (await store.CommitAsync(loaded, change, default) is not CommitOutcome.Committed)
            throw new InvalidOperationException("Somebody else knows this customer.");
        await announcer.TidyAsync(change, []);
        return change.Conversation.ActiveOn(order.Line)!;
    }
}
