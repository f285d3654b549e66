using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Intake;
using Interactions.Functions.Tests.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Privacy;

public sealed class When_an_erased_customer_comes_back
{
    [Fact]
    public async Task They_are_somebody_new_with_whom_nothing_goes_on()
    {
        await using var archive = await Archive.OpenAsync();
        var customer = new Customer();
        await Situation.ClosedAsync(archive.App, customer, Lines.Talkative);
        await EraseAsync(archive, customer);

        await customer.TextsAsync(archive.App, "Hello again", to: Lines.Talkative);

        var conversation = await customer.ConversationAsync(archive.App);
        var open = Assert.Single(conversation.Active);
        Assert.Equal(2, open.Id.Ordinal);
        Assert.Null(open.Parent);
        Assert.Null(open.LastAgent);
        Assert.Equal(Address.Parse(customer.Number), conversation.Profile!.Address);
        Assert.NotNull(conversation.Erased);
        Assert.False((await customer.LogAsync(archive.App))[^1].IsErased);
    }

    [Fact]
    public async Task What_they_said_before_does_not_show_who_they_are()
    {
        await using var archive = await Archive.OpenAsync();
        var customer = new Customer();
        await Situation.ClosedAsync(archive.App, customer);
        await EraseAsync(archive, customer);
        await customer.TextsAsync(archive.App, "Hello again");

        var before = await archive.Admin.GetAsync($"/api/interactions/{customer.Profile}.1").IsAsync(HttpStatusCode.OK);
        var now = await archive.Admin.GetAsync($"/api/interactions/{customer.Profile}.2").IsAsync(HttpStatusCode.OK);

        Assert.DoesNotContain(customer.Number[1..], before["customer"].ToString(), StringComparison.Ordinal);
        Assert.Contains(customer.Number[1..], now["customer"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_directory_is_asked_again_whose_they_are()
    {
        await using var archive = await Archive.OpenAsync();
        var (customer, user) = (new Customer(), $"u-{Guid.NewGuid():N}");
        await archive.Admin.AskAsync(HttpMethod.Post, "/api/users", $$"""{"id":"{{user}}","name":"A user","addresses":["{{customer.Number}}"]}""").IsAsync(HttpStatusCode.Created);
        await Situation.ClosedAsync(archive.App, customer);
        Assert.Equal(user, (await customer.ConversationAsync(archive.App)).Profile?.User?.Value);
        await EraseAsync(archive, customer);

        // What the directory tells of its own accord brings nobody back.
        await archive.Admin.AskAsync(HttpMethod.Patch, $"/api/users/{user}", """{"attributes":{"plan":"gold"}}""").IsAsync(HttpStatusCode.OK);
        Assert.Null((await customer.ConversationAsync(archive.App)).Profile);
        Assert.Empty(await archive.FindAsync(customer.Number[1..], user));

        await customer.TextsAsync(archive.App, "Hello again");

        var conversation = await customer.ConversationAsync(archive.App);
        Assert.Equal((user, false), (conversation.Profile?.User?.Value, conversation.Profile!.IsUnmatched));
        Assert.Equal("gold", conversation.Profile.Traits.Attributes["plan"]);
    }

    [Fact]
    public async Task A_STOP_is_still_one()
    {
        await using var archive = await Archive.OpenAsync();
        var (team, customer) = (await archive.TeamAsync(), new Customer());
        await customer.TextsAsync(archive.App, "STOP", to: team.Number);
        await EraseAsync(archive, customer);
        Assert.Empty(await archive.FindAsync(customer.Number[1..]));

        var refused = await team.Seat(archive.App).AskAsync(
            HttpMethod.Post, "/api/interactions", $$"""{"type":"messaging","line":"{{team.Line}}","to":"{{customer.Number}}"}""");

        Assert.Equal((HttpStatusCode.Conflict, "urn:interactions:opted-out"), (refused.Status, refused.Type));
    }

    [Fact]
    public async Task What_Twilio_tells_late_brings_nothing_back()
    {
        await using var archive = await Archive.OpenAsync();
        var (customer, sid) = (new Customer(), Customer.NewSid());
        await customer.TextsAsync(archive.App, "zebra", sid);
        var id = (await customer.ConversationAsync(archive.App)).Active.Single().Id;
        await Situation.OrderAsync(archive.App, customer, new Claim(id, Situation.Agent));
        var sequence = await Situation.ReplyAsync(archive.App, customer, id, "zebra");
        var deliveries = archive.App.Services.GetRequiredService<Deliveries>();
        var ours = MessageSid.Parse(Customer.NewSid());
        await deliveries.ReportAsync(customer.Profile, sequence, new DeliveryReport(ours, DeliveryState.Queued), Evidence.Answer, default);
        await Situation.OrderAsync(archive.App, customer, new End(Actor.Of(Situation.Agent), id, Domain.Interactions.Outcome.Resolved));
        await Situation.OrderAsync(archive.App, customer, new Wrap(Actor.Of(Situation.Agent), id, "zebra", null));
        await EraseAsync(archive, customer);

        Assert.Equal(DeliveryOutcome.Moved, await deliveries.ReportAsync(customer.Profile, sequence, new DeliveryReport(ours, DeliveryState.Sent), Evidence.Callback, default));
        Assert.Equal(DeliveryOutcome.Moved, await deliveries.ReportAsync(customer.Profile, sequence, new DeliveryReport(ours, DeliveryState.Undelivered, 30005), Evidence.Callback, default));
        Assert.Equal(HttpStatusCode.OK, (await customer.TextsAsync(archive.App, "zebra", sid)).Status);

        var conversation = await customer.ConversationAsync(archive.App);
        Assert.Null(conversation.Profile);
        Assert.Empty(conversation.Active);
        Assert.Empty(await archive.FindAsync("zebra", customer.Number[1..]));
        Assert.Contains(await customer.LogAsync(archive.App), entry => entry.Fact is DeliveryFailed { Message: var message } && message == sequence);
    }

    [Fact]
    public async Task What_Twilio_tells_while_it_is_erased_is_kept_and_so_is_that_it_is()
    {
        await using var archive = await Archive.OpenAsync();
        var customer = await When_a_profile_is_erased.ClosedAsync(archive);
        var deliveries = archive.App.Services.GetRequiredService<Deliveries>();
        var sequence = (await customer.LogAsync(archive.App)).Single(entry => entry.Fact is MessageSent).Sequence;
        var sid = MessageSid.Parse(Customer.NewSid());
        await deliveries.ReportAsync(customer.Profile, sequence, new DeliveryReport(sid, DeliveryState.Sent), Evidence.Callback, default);
        var batches = 0;
        archive.Calls.Meet(async (name, call) =>
        {
            if (name.StartsWith("BATCH", StringComparison.Ordinal) && ++batches == 2)
                await deliveries.ReportAsync(customer.Profile, sequence, new DeliveryReport(sid, DeliveryState.Delivered), Evidence.Callback, default);
            await call();
        });

        await EraseAsync(archive, customer);

        Assert.True(batches > 2, "The report came too late.");
        var entry = (await customer.LogAsync(archive.App)).Single(entry => entry.Sequence == sequence);
        Assert.True(entry.IsErased);
        Assert.Equal(DeliveryState.Delivered, ((MessageSent)entry.Fact).Delivery.State);
        Assert.Empty(await archive.FindAsync(customer.Number[1..]));
    }

    private static async Task EraseAsync(Archive archive, Customer customer) =>
        await When_a_profile_is_erased.EraseAsync(archive, customer).IsAsync(HttpStatusCode.OK);
}
