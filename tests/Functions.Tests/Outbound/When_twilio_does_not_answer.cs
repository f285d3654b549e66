using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Messaging.Provider;
using Interactions.Functions.Security;
using Interactions.Functions.Tests.Agents;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Phones;
using Interactions.Simulator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Twilio.Rest.Api.V2010.Account;

namespace Interactions.Functions.Tests.Outbound;

public sealed class When_twilio_does_not_answer : IAsyncLifetime
{
    private static readonly TimeSpan Beyond = SendingTimes.Window + TimeSpan.FromMinutes(1);

    private readonly Customer _customer = new();
    private Post _post = null!;

    public async Task InitializeAsync() => _post = await Post.OpenAsync(statusDelay: TimeSpan.FromSeconds(1));

    public async Task DisposeAsync() => await _post.DisposeAsync();

    [Theory]
    [InlineData(ChaosKind.DropAnswer)]
    [InlineData(ChaosKind.ErrorAfter)]
    public async Task What_is_in_its_list_was_sent(ChaosKind kind)
    {
        _post.Phones.Chaos.Rules = [new(kind) { Count = 1 }, new(ChaosKind.Lose)];
        var letter = await _post.WriteAsync(_customer, "How can I help?");

        await _post.DeliverAsync(letter);
        Assert.Equal(DeliveryState.Unknown, (await _post.DeliveryAsync(letter)).State);
        var delivery = await _post.FinishAsync(letter);

        Assert.Equal((Evidence.List, 1), (delivery.Evidence, delivery.Attempts));
        Assert.Equal(_post.Sent("How can I help?").Single().Sid, delivery.Sid!.Value.Value);
    }

    [Fact]
    public async Task A_callback_tells_sooner()
    {
        _post.Phones.Chaos.Rules = [new(ChaosKind.DropAnswer) { Count = 1 }];
        var letter = await _post.WriteAsync(_customer, "How can I help?");

        await _post.DeliverAsync(letter);
        await _post.SettleAsync();

        var delivery = await _post.DeliveryAsync(letter);
        Assert.Equal((DeliveryState.Delivered, Evidence.Callback), (delivery.State, delivery.Evidence));
        Assert.Equal(0, _post.Phones.Requests[RequestKind.List]);
    }

    [Fact]
    public async Task What_is_not_in_its_list_is_sent_again_once_it_would_have_to_be_there()
    {
        _post.Phones.Chaos.Rules = [new(ChaosKind.ErrorBefore) { Count = 1 }];
        var letter = await _post.WriteAsync(_customer, "How can I help?");
        var asked = _post.Clock.GetUtcNow();

        await _post.DeliverAsync(letter);
        while (_post.Clock.GetUtcNow() < asked + SendingTimes.Settled - TimeSpan.FromSeconds(2))
        {
            await _post.DeliverAsync(letter);
            Assert.Empty(_post.Phones.Messages);
            _post.Clock.Pass(TimeSpan.FromSeconds(1));
        }

        var delivery = await _post.FinishAsync(letter);

        Assert.Equal((Evidence.Answer, 2), (delivery.Evidence, delivery.Attempts));
        Assert.True(delivery.AbsentAt >= asked + SendingTimes.Settled);
        Assert.Single(_post.Sent("How can I help?"));
    }

    [Fact]
    public async Task The_same_text_that_went_out_a_moment_before_is_not_taken_for_it()
    {
        await _post.FinishAsync(await _post.WriteAsync(_customer, "One moment, please"));
        var id = (await _post.WaitAsync(_customer.ConversationAsync(_post.Receiver))).Active.Single().Id;
        _post.Phones.Chaos.Rules = [new(ChaosKind.ErrorBefore) { Count = 1 }];

        var delivery = await _post.FinishAsync(await _post.WriteAsync(_customer, id, "One moment, please"));

        Assert.Equal((Evidence.Answer, 2), (delivery.Evidence, delivery.Attempts));
        Assert.Equal(2, _post.Sent("One moment, please").Count());
    }

    [Fact]
    public async Task A_connection_that_was_used_before_and_breaks_does_not_send_it_twice()
    {
        var provider = new MessageProvider(
            ProviderConnection.Open(TwilioSettings.From(_post.Sender.Services.GetRequiredService<IConfiguration>())), NullLogger<MessageProvider>.Instance);
        Task<Answer> SendAsync(string text) => provider.SendAsync(
            new OutboundMessage(text, []), new Sender(Address.Parse(Lines.Main)), Address.Parse(_customer.Number), "https://example.com/status");

        Assert.IsType<Answer.Accepted>(await SendAsync("The first"));
        _post.Phones.Chaos.Rules = [new(ChaosKind.DropAnswer) { Count = 1 }];
        Assert.IsType<Answer.Unclear>(await SendAsync("The second"));

        Assert.Single(_post.Sent("The second"));
    }

    [Fact]
    public async Task Who_cannot_be_asked_for_the_list_leaves_it_undecided_and_an_agent_may_send_it_again()
    {
        _post.Phones.Chaos.Rules = [new(ChaosKind.DropAnswer) { Count = 1 }, new(ChaosKind.Lose), new(ChaosKind.ErrorBefore) { On = RequestKind.List }];
        var letter = await _post.WriteAsync(_customer, "How can I help?");
        var id = (await _post.WaitAsync(_customer.ConversationAsync(_post.Receiver))).Active.Single().Id;
        var next = await _post.WriteAsync(_customer, id, "Are you there?");

        Assert.True((await _post.FinishAsync(letter)).IsUndecided);
        await _post.FinishAsync(next);

        Assert.Equal(["How can I help?", "Are you there?"], _post.Phones.Messages.Select(message => message.Body));
        var agent = new Seat(_post.Receiver, "agent-1");
        var line = (await _post.WaitAsync(agent.GetAsync($"/api/interactions/{id}/log"))).Single("deliveryUndecided");
        Assert.Equal(letter.Sequence, (long)line["concerning"]!);
        var again = await _post.WaitAsync(agent.OrdersAsync($"messages/{letter.Sequence}/resend", id));
        Assert.Equal((202, "How can I help?"), ((int)again.Status, (string?)again["message"]["text"]));
        var twice = await _post.WaitAsync(agent.OrdersAsync($"messages/{letter.Sequence}/resend", id));
        Assert.Equal("urn:interactions:not-resendable", (string?)twice["type"]);
    }

    [Fact]
    public async Task Who_looks_for_it_for_the_first_time_when_it_is_too_late_tells_the_agent()
    {
        _post.Phones.Chaos.Rules = [new(ChaosKind.Lose), new(ChaosKind.ErrorBefore) { On = RequestKind.List }];
        var letter = await _post.WriteAsync(_customer, "How can I help?");
        _post.Calls.DieAt(2, afterEffect: true);
        await Assert.ThrowsAnyAsync<Exception>(() => _post.DeliverAsync(letter));
        _post.Calls.Revive();
        Assert.Equal(DeliveryState.Submitting, (await _post.DeliveryAsync(letter)).State);

        _post.Clock.Pass(Beyond);
        await _post.DeliverAsync(letter);

        var delivery = await _post.DeliveryAsync(letter);
        Assert.Equal((DeliveryState.Unknown, true, true), (delivery.State, delivery.IsUndecided, delivery.MayBeResent));
        Assert.Contains(await _post.WaitAsync(_customer.LogAsync(_post.Receiver)), entry => entry.Fact is DeliveryUndecided);
    }

    [Fact]
    public async Task Something_in_the_list_that_nobody_here_knows_is_no_proof_and_nothing_is_sent_again()
    {
        _post.Phones.Chaos.Rules = [new(ChaosKind.ErrorBefore) { Count = 1 }];
        var letter = await _post.WriteAsync(_customer, "How can I help?");
        await _post.DeliverAsync(letter);
        await MessageResource.CreateAsync(
            new CreateMessageOptions(new(_customer.Number)) { From = new(Lines.Main), Body = "From somebody else" }, TwilioClient.For(_post.Phones));

        var delivery = await _post.FinishAsync(letter);

        Assert.True(delivery.IsUndecided);
        Assert.True(_post.Clock.GetUtcNow() - delivery.AskedAt < Beyond);
        Assert.Empty(_post.Sent("How can I help?"));
        Assert.Contains(await _post.WaitAsync(_customer.LogAsync(_post.Receiver)), entry => entry.Fact is DeliveryUndecided);
    }
}
