using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Intake;
using Interactions.Simulator;

namespace Interactions.Functions.Tests.Outbound;

[TakesLong]
public sealed class When_twilio_refuses : IAsyncLifetime
{
    private readonly Customer _customer = new();
    private Post _post = null!;

    public async Task InitializeAsync() => _post = await Post.OpenAsync(statusDelay: TimeSpan.FromSeconds(1));

    public async Task DisposeAsync() => await _post.DisposeAsync();

    [Fact]
    public async Task That_a_number_is_a_landline_is_said_in_the_log_and_nobody_writes_there_again()
    {
        var letter = await SendAsync(new ChaosRule(ChaosKind.Refuse) { Code = 21614 });
        var id = (await _post.WaitAsync(_customer.ConversationAsync(_post.Receiver))).Active.Single().Id;

        var log = await _post.WaitAsync(new Seat(_post.Receiver, "agent-1").GetAsync($"/api/interactions/{id}/log"));
        var line = log.Single("deliveryFailed");
        Assert.Equal((letter.Sequence, 21614), ((long)line["concerning"]!, (int)line["errorCode"]!));
        Assert.Equal("This number is not a mobile number and cannot receive texts.", (string?)line["explanation"]);
        var refused = await _post.WaitAsync(new Seat(_post.Receiver, "agent-1").OrdersAsync("messages", id, """{"text":"Hello?"}"""));
        Assert.Equal("urn:interactions:cannot-receive", (string?)refused["type"]);
    }

    [Fact]
    public async Task A_landline_that_shows_only_later_is_said_too()
    {
        var letter = await SendAsync(new ChaosRule(ChaosKind.FailDelivery) { Code = 30006 });
        await _post.SettleAsync();

        Assert.Equal((DeliveryState.Undelivered, 30006), await StateAsync(letter));
        Assert.Equal(30006, (await _post.WaitAsync(_customer.ConversationAsync(_post.Receiver))).Profile!.Unreachable!.Code);
    }

    [Fact]
    public async Task Whoever_told_twilio_to_stop_has_opted_out()
    {
        await SendAsync(new ChaosRule(ChaosKind.OptedOut));

        var conversation = await _post.WaitAsync(_customer.ConversationAsync(_post.Receiver));
        Assert.True(conversation.HasOptedOutOf(conversation.Active.Single().Line));
        var refused = await _post.WaitAsync(
            new Seat(_post.Receiver, "agent-1").OrdersAsync("messages", conversation.Active.Single().Id, """{"text":"Hello?"}"""));
        Assert.Equal("urn:interactions:opted-out", (string?)refused["type"]);
        Assert.Equal("providerRefusal", (string?)refused["consent"]["source"]);
    }

    [Fact]
    public async Task Too_much_at_once_is_tried_again_later_each_time()
    {
        _post.Phones.Chaos.Add(new ChaosRule(ChaosKind.TooManyRequests) { Count = 3 });
        var letter = await _post.WriteAsync(_customer, "How can I help?");
        var pauses = new List<TimeSpan>();

        for (var turn = 0; turn < 3; turn++)
        {
            await _post.DeliverAsync(letter);
            var delivery = await _post.DeliveryAsync(letter);
            Assert.Equal((DeliveryState.Pending, 20429), (delivery.State, delivery.ErrorCode));
            pauses.Add(delivery.NotBefore!.Value - delivery.At);
            _post.Clock.Pass(pauses[^1] - TimeSpan.FromMilliseconds(900));
            await _post.DeliverAsync(letter);
            Assert.Equal(turn + 1, _post.Phones.Requests[RequestKind.Create]);
            _post.Clock.Pass(pauses[^1]);
        }

        Assert.Equal(DeliveryState.Queued, (await _post.FinishAsync(letter)).State);
        Assert.Equal(pauses.Order(), pauses);
        Assert.Single(_post.Sent("How can I help?"));
    }

    [Fact]
    public async Task Whoever_comes_next_waits_for_who_is_put_off()
    {
        _post.Phones.Chaos.Add(new ChaosRule(ChaosKind.TooManyRequests) { Count = 2, BodyContains = "first" });
        var first = await _post.WriteAsync(_customer, "The first");
        var id = (await _post.WaitAsync(_customer.ConversationAsync(_post.Receiver))).Active.Single().Id;
        var second = await _post.WriteAsync(_customer, id, "The second");
        var third = await _post.WriteAsync(_customer, id, "The third");

        foreach (var letter in new[] { third, second, first, third, second })
            await _post.DeliverAsync(letter);
        Assert.DoesNotContain(_post.Phones.Messages, message => message.To == _customer.Number);
        await _post.FinishAsync(third);
        await _post.FinishAsync(second);
        await _post.FinishAsync(first);

        Assert.Equal(["The first", "The second", "The third"], _post.Phones.Messages.Where(message => message.To == _customer.Number).Select(message => message.Body));
    }

    [Fact]
    public async Task What_nobody_could_be_reached_for_goes_out_once_somebody_is()
    {
        await _post.Phones.DisposeAsync();
        var letter = await _post.WriteAsync(_customer, "How can I help?");

        await _post.DeliverAsync(letter);

        var delivery = await _post.DeliveryAsync(letter);
        Assert.Equal((DeliveryState.Pending, null, 1), (delivery.State, delivery.ErrorCode, delivery.Attempts));
        Assert.True(delivery.NotBefore > delivery.At);
    }

    [Fact]
    public async Task Who_says_STOP_after_it_was_accepted_gets_nothing()
    {
        var letter = await _post.WriteAsync(_customer, "How can I help?");
        await _post.WaitAsync(_customer.TextsAsync(_post.Receiver, "STOP"));

        await _post.FinishAsync(letter);

        var delivery = await _post.DeliveryAsync(letter);
        Assert.Equal((DeliveryState.Canceled, NotSent.OptedOut, 0), (delivery.State, delivery.Why, delivery.Attempts));
        Assert.Empty(_post.Phones.Messages);
        Assert.Contains(await _post.WaitAsync(_customer.LogAsync(_post.Receiver)), entry => entry.Fact is DeliveryFailed { Why: NotSent.OptedOut });
    }

    [Fact]
    public async Task Who_says_STOP_while_the_one_before_goes_out_gets_no_other()
    {
        var first = await _post.WriteAsync(_customer, "The first");
        var id = (await _post.WaitAsync(_customer.ConversationAsync(_post.Receiver))).Active.Single().Id;
        var second = await _post.WriteAsync(_customer, id, "The second");
        _post.Calls.Meet(async (name, onward) =>
        {
            if (name == WatchedWire.Name && _post.Phones.Requests[RequestKind.Create] == 0)
                await _customer.TextsAsync(_post.Receiver, "STOP");
            await onward();
        });

        await _post.DeliverAsync(second);
        _post.Calls.MeetNobody();

        Assert.Equal(DeliveryState.Canceled, (await _post.FinishAsync(second)).State);
        Assert.Equal("The first", Assert.Single(_post.Phones.Messages, message => message.To == _customer.Number).Body);
        Assert.False((await _post.FinishAsync(first)).HasFailed);
    }

    [Fact]
    public async Task A_nudge_goes_the_same_way()
    {
        var team = await _post.LineAsync("""
            "nudgeText":"Are you still there?"
            """);
        var id = await _post.WaitAsync(Situation.OnHoldAsync(_post.Receiver, _customer, team.Number));
        _post.Clock.Pass(TimeSpan.FromHours(5));

        var fired = (Decision.Changed)await _post.WaitAsync(Situation.OrderAsync(_post.Receiver, _customer, new FireTimers(id)));
        var letter = new Letter(_customer, fired.Wakes.OfType<Wake.Send>().Single());
        await _post.FinishAsync(letter);

        Assert.Equal(team.Number, Assert.Single(_post.Sent("Are you still there?")).From);
    }

    private async Task<Letter> SendAsync(ChaosRule rule)
    {
        _post.Phones.Chaos.Add(rule);
        var letter = await _post.WriteAsync(_customer, "How can I help?");
        await _post.FinishAsync(letter);
        return letter;
    }

    private async Task<(DeliveryState, int?)> StateAsync(Letter letter)
    {
        var delivery = await _post.DeliveryAsync(letter);
        return (delivery.State, delivery.ErrorCode);
    }
}
