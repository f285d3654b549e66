using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Webhooks;

namespace Interactions.Functions.Tests.Intake;

public sealed class When_a_message_comes_again
{
    private const int AtOnce = 64;
    private const int Rounds = 4;

    [Fact]
    public async Task It_is_stored_once_however_often_and_at_whichever_instance_it_arrives()
    {
        await using var two = await TwoApps.StartAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var customer = new Customer();
            var message = customer.Message("hello");

            var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(n => Answer.To(two[n], message)));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            Assert.Single((await customer.ConversationAsync(two[0])).Active);
            Assert.Single(await customer.LogAsync(two[0]), entry => entry.Fact is MessageReceived);
            Assert.Single(await customer.LogAsync(two[0]), entry => entry.Fact is InteractionOpened);
        }
    }

    [Fact]
    public async Task Every_repetition_is_answered_as_the_first()
    {
        await using var two = await TwoApps.StartAsync();
        var customer = new Customer();
        var message = customer.Message("hello", to: Lines.Talkative);

        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(n => Answer.To(two[n], message)));

        Assert.Contains(Lines.Greeting, answers[0].Body, StringComparison.Ordinal);
        Assert.Single(answers.Select(answer => answer.Body).Distinct());
        Assert.Single(await customer.LogAsync(two[0]), entry => entry.Fact is MessageSent);
    }

    [Fact]
    public async Task It_is_found_out_even_after_many_others_and_after_closing()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        var customer = new Customer();
        var message = customer.Message("the first", to: Lines.Talkative);
        var first = await Answer.To(app, message);
        Assert.Contains(Lines.Greeting, first.Body, StringComparison.Ordinal);
        for (var n = 0; n < 20; n++)
            await customer.TextsAsync(app, $"another {n}", to: Lines.Talkative);
        var before = await Outcome.OfAsync(app, customer);

        var again = await Answer.To(app, message);

        Assert.Equal(first, again);
        Assert.Equal(before, await Outcome.OfAsync(app, customer));
    }

    [Fact]
    public async Task Two_at_the_same_instant_from_a_new_customer_make_one_interaction_with_two_entries()
    {
        await using var two = await TwoApps.StartAsync();
        for (var round = 0; round < 16; round++)
        {
            var customer = new Customer();

            var answers = await Task.WhenAll(customer.TextsAsync(two[0], "one"), customer.TextsAsync(two[1], "two"));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            var open = Assert.Single((await customer.ConversationAsync(two[0])).Active);
            var log = await customer.LogAsync(two[0]);
            Assert.Equal(["one", "two"], log.Select(entry => entry.Fact).OfType<MessageReceived>().Select(fact => fact.Message.Text).Order());
            Assert.All(log, entry => Assert.Equal(open.Id, entry.Interaction));
        }
    }

    [Fact]
    public async Task Many_different_ones_at_once_are_all_stored_in_one_interaction()
    {
        await using var two = await TwoApps.StartAsync();
        var customer = new Customer();

        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(n => customer.TextsAsync(two[n], $"{n}")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(AtOnce, Assert.Single((await customer.ConversationAsync(two[0])).Active).Unread);
        var log = await customer.LogAsync(two[0]);
        Assert.Equal(Enumerable.Range(1, log.Count).Select(n => (long)n), log.Select(entry => entry.Sequence));
        Assert.Equal(
            Enumerable.Range(0, AtOnce).Select(n => $"{n}").Order(),
            log.Select(entry => entry.Fact).OfType<MessageReceived>().Select(fact => fact.Message.Text).Order());
    }

    [Fact]
    public async Task A_customer_who_texts_two_lines_has_one_profile_and_two_interactions()
    {
        await using var app = await RunningApp.StartWatchedAsync(new Calls());
        var customer = new Customer();

        await Task.WhenAll(customer.TextsAsync(app, "hello"), customer.TextsAsync(app, "hello", to: Lines.Talkative));

        var conversation = await customer.ConversationAsync(app);
        Assert.Equal(["main", "talkative"], conversation.Active.Select(open => open.Line.Value).Order());
        Assert.Equal(2, conversation.Active.Select(open => open.Number).Distinct().Count());
    }
}
