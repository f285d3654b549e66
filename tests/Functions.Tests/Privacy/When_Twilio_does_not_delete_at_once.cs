using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Functions.Storage;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Intake;
using Interactions.Functions.Tests.Orders;
using Interactions.Simulator;

namespace Interactions.Functions.Tests.Privacy;

public sealed class When_Twilio_does_not_delete_at_once
{
    [Fact]
    public async Task It_is_asked_again_by_the_clock()
    {
        var clock = new ClockAhead();
        await using var archive = await Archive.OpenAsync(services => Clocks.Replace(services, clock));
        var customer = await TextedAndClosedAsync(archive);
        archive.Phones.Chaos.Add(new ChaosRule(ChaosKind.ErrorBefore) { On = RequestKind.Delete, Count = 1 });

        var begun = await When_a_profile_is_erased.EraseAsync(archive, customer).IsAsync(HttpStatusCode.Accepted);
        Assert.Equal("erasing", (string?)begun["state"]);
        Assert.Empty(await archive.FindAsync(customer.Number[1..]));
        Assert.Contains(archive.Phones.Messages, message => message.Phone == customer.Number);

        await archive.TickAsync();
        Assert.Contains(archive.Phones.Messages, message => message.Phone == customer.Number);
        clock.Ahead = TimeSpan.FromMinutes(2);
        await archive.TickAsync();

        Assert.DoesNotContain(archive.Phones.Messages, message => message.Phone == customer.Number);
        Assert.Equal(0, await archive.CountAsync(TableNames.Erasures, "jobs"));
    }

    [Fact]
    public async Task What_it_always_refuses_keeps_nothing_else_and_is_given_up()
    {
        var clock = new ClockAhead();
        await using var archive = await Archive.OpenAsync(services => Clocks.Replace(services, clock));
        var customer = await TextedAndClosedAsync(archive);
        archive.Phones.Chaos.Add(new ChaosRule(ChaosKind.Refuse) { On = RequestKind.Delete, BodyContains = "hello", Code = 20001 });
        await When_a_profile_is_erased.EraseAsync(archive, customer).IsAsync(HttpStatusCode.Accepted);

        clock.Ahead = TimeSpan.FromDays(14);
        await archive.TickAsync();
        Assert.Equal(1, await archive.CountAsync(TableNames.Erasures, "jobs"));
        clock.Ahead = TimeSpan.FromDays(16);
        await archive.TickAsync();

        Assert.Equal(0, await archive.CountAsync(TableNames.Erasures, "jobs"));
        Assert.Contains(archive.Phones.Messages, message => message.Phone == customer.Number);
    }

    [Fact]
    public async Task A_text_that_may_be_on_its_way_is_waited_for()
    {
        var clock = new ClockAhead();
        await using var archive = await Archive.OpenAsync(services => Clocks.Replace(services, clock));
        var customer = new Customer();
        var id = await Situation.ActiveAsync(archive.App, customer);
        var sequence = await Situation.ReplyAsync(archive.App, customer, id, "zebra");
        await AskAsync(archive, customer, sequence, clock);
        await Situation.OrderAsync(archive.App, customer, new End(Domain.Values.Actor.Of(Situation.Agent), id, Domain.Interactions.Outcome.Resolved));
        await Situation.OrderAsync(archive.App, customer, new Wrap(Domain.Values.Actor.Of(Situation.Agent), id, "done", null));

        await When_a_profile_is_erased.EraseAsync(archive, customer).IsAsync(HttpStatusCode.Accepted);
        Assert.Contains("zebra", Assert.Single(await archive.FindAsync("zebra")), StringComparison.Ordinal);

        await Situation.OrderAsync(archive.App, customer, new GiveUpOnDelivery(sequence));
        clock.Ahead = TimeSpan.FromMinutes(2);
        await archive.TickAsync();

        Assert.Empty(await archive.FindAsync("zebra", customer.Number[1..]));
        Assert.Equal(0, await archive.CountAsync(TableNames.Erasures, "jobs"));
    }

    private static async Task<Customer> TextedAndClosedAsync(Archive archive)
    {
        var customer = new Customer();
        await archive.Phones.TextAsync(customer.Number, Lines.Main, "hello", []);
        var id = (await customer.ConversationAsync(archive.App)).Active.Single().Id;
        await Situation.OrderAsync(archive.App, customer, new Claim(id, Situation.Agent));
        await Situation.OrderAsync(archive.App, customer, new End(Domain.Values.Actor.Of(Situation.Agent), id, Domain.Interactions.Outcome.Resolved));
        await Situation.OrderAsync(archive.App, customer, new Wrap(Domain.Values.Actor.Of(Situation.Agent), id, "done", null));
        return customer;
    }

    // As a sender leaves it that dies while it asks.
    private static async Task AskAsync(Archive archive, Customer customer, long sequence, TimeProvider clock)
    {
        var store = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<ConversationStore>(archive.App.Services);
        var stored = (await store.FindEntryAsync(customer.Profile, sequence, default))!;
        var asked = stored.Sent.Delivery.Ask(clock.GetUtcNow());
        Assert.NotNull(await store.ReplaceEntryAsync(customer.Profile, stored, stored.Entry with { Fact = stored.Sent with { Delivery = asked } }, default));
        Assert.Equal(DeliveryState.Submitting, asked.State);
    }

    private sealed class ClockAhead : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
