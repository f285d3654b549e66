using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Simulator;

namespace Interactions.Functions.Tests.Outbound;

/// <summary>The whole way: a phone, Twilio as the simulator plays it, the app with its bus, and an agent at the API.</summary>
public sealed class When_an_agent_answers_a_phone
{
    [Fact]
    public async Task The_answer_arrives_and_the_log_says_so()
    {
        // A status takes its time, so that the answer comes before the first callback.
        await using var both = await PhonesAndApp.StartAsync(new() { Numbers = PhonesAndApp.Numbers, StatusDelay = TimeSpan.FromSeconds(1) }, sends: true);
        var (team, customer) = (await both.TeamAsync(), new Customer());
        await both.TextsAsync(customer, "My parcel has not arrived", team.Number);
        var id = (await customer.ConversationAsync(both.App)).Active.Single().Id;
        var agent = team.Seat(both.App);
        await agent.OrdersAsync("claim", id);

        var accepted = await agent.OrdersAsync("messages", id, """{"text":"Which one is it?"}""");

        Assert.Equal((202, "pending", 1), ((int)accepted.Status, (string?)accepted["message"]["delivery"]!["state"], (int)accepted["message"]["segments"]!));
        var log = await Eventually.Is(
            async () => await agent.GetAsync($"/api/interactions/{id}/log"),
            log => (string?)log.Single("messageSent")["message"]!["delivery"]!["state"] == "delivered");
        var sent = Assert.Single(both.Phones.Messages, message => !message.IsInbound);
        Assert.Equal((team.Number, customer.Number, "Which one is it?"), (sent.From, sent.To, sent.Body));
        Assert.Equal(sent.Sid, (string?)log.Single("messageSent")["message"]!["sid"]);
        Assert.Equal("answer", (string?)log.Single("messageSent")["message"]!["delivery"]!["evidence"]);
    }

    [Fact]
    public async Task Ten_answers_arrive_in_their_order_whatever_happens_on_the_way()
    {
        await using var both = await PhonesAndApp.StartAsync(sends: true);
        var (team, customer) = (await both.TeamAsync(), new Customer());
        await both.TextsAsync(customer, "My parcel has not arrived", team.Number);
        var id = (await customer.ConversationAsync(both.App)).Active.Single().Id;
        var agent = team.Seat(both.App);
        await agent.OrdersAsync("claim", id);
        both.Phones.Chaos.Rules =
        [
            new(ChaosKind.TooManyRequests) { Count = 2, BodyContains = "Answer 2" },
            new(ChaosKind.DropAnswer) { Count = 1, BodyContains = "Answer 5" },
            new(ChaosKind.ErrorAfter) { Count = 1, BodyContains = "Answer 7" },
            new(ChaosKind.Duplicate) { Probability = 0.5 },
            new(ChaosKind.Reorder) { Probability = 0.5 },
        ];

        for (var n = 0; n < 10; n++)
            Assert.Equal(202, (int)(await agent.OrdersAsync("messages", id, $$"""{"text":"Answer {{n}}"}""")).Status);

        var sent = await Eventually.Is(
            () => Task.FromResult(both.Phones.Messages.Where(message => !message.IsInbound).Select(message => message.Body).ToArray()),
            sent => sent.Length >= 10);
        await both.Phones.QuietAsync();
        Assert.Equal(Enumerable.Range(0, 10).Select(n => $"Answer {n}"), sent);
    }

    [Fact]
    public async Task Who_takes_over_outside_is_told_the_same_way()
    {
        await using var both = await PhonesAndApp.StartAsync(sends: true);
        var (team, customer, partner) = (await both.TeamAsync(queue: "\"handedOverText\":\"Somebody will call you.\""), new Customer(), new Customer());
        await both.TextsAsync(customer, "My parcel has not arrived", team.Number);
        var id = (await customer.ConversationAsync(both.App)).Active.Single().Id;
        await team.Seat(both.App).OrdersAsync("claim", id);

        await team.Seat(both.App).OrdersAsync("transfer", id, $$"""{"contact":"{{partner.Number}}"}""");

        var sent = await Eventually.Is(
            () => Task.FromResult(both.Phones.Messages.Where(message => !message.IsInbound).ToArray()), messages => messages.Length > 0);
        Assert.Equal((partner.Number, "Somebody will call you."), (sent.Single().To, sent.Single().Body));
    }
}
