using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Tests.Budgets;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Intake;

/// <summary>What a message may cost: requests that really went out, at the client's pipeline.</summary>
public sealed class When_calls_are_counted : IAsyncLifetime
{
    private readonly Calls _calls = new();
    private RunningApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await RunningApp.StartWatchedAsync(_calls);

        // The first block of numbers is leased once for a hundred interactions.
        await Situation.QueuedAsync(_app, new Customer());
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData(Lines.Main)]
    [InlineData(Lines.Talkative)]
    [InlineData(Lines.AlwaysClosed)]
    public async Task The_first_message_of_a_new_customer(string line)
    {
        var customer = new Customer();

        await ExpectAsync(CountedBudgets.Opening, () => customer.TextsAsync(_app, "hello", to: line));
    }

    [Fact]
    public async Task A_message_that_opens_another_interaction_of_a_known_customer()
    {
        var customer = new Customer();
        await Situation.ClosedAsync(_app, customer);

        await ExpectAsync(CountedBudgets.Opening, () => customer.TextsAsync(_app, "hello again"));
    }

    [Fact]
    public async Task A_message_that_continues_a_closed_interaction()
    {
        var customer = new Customer();
        await Situation.ClosedAsync(_app, customer, Lines.Talkative);

        await ExpectAsync(CountedBudgets.Continuing, () => customer.TextsAsync(_app, "hello again", to: Lines.Talkative));
    }

    [Fact]
    public async Task A_message_while_waiting()
    {
        var customer = new Customer();
        await Situation.QueuedAsync(_app, customer);

        await ExpectAsync(CountedBudgets.WhileWaiting, () => customer.TextsAsync(_app, "still there?"));
    }

    [Fact]
    public async Task The_first_unread_message_to_an_agent()
    {
        var customer = new Customer();
        await Situation.AnsweredAsync(_app, customer);

        await ExpectAsync(CountedBudgets.FirstUnread, () => customer.TextsAsync(_app, "thanks"));
    }

    [Fact]
    public async Task A_further_unread_message_to_an_agent()
    {
        var customer = new Customer();
        await Situation.AnsweredAsync(_app, customer);
        await customer.TextsAsync(_app, "thanks");

        await ExpectAsync(CountedBudgets.FurtherUnread, () => customer.TextsAsync(_app, "and bye"));
    }

    [Theory]
    [InlineData(Lines.Main, false)]
    [InlineData(Lines.Talkative, true)]
    public async Task A_message_that_comes_again(string line, bool wasAnswered)
    {
        var customer = new Customer();
        var message = customer.Message("hello", to: line);
        await Answer.To(_app, message);

        await ExpectAsync(wasAnswered ? CountedBudgets.AgainWithText : CountedBudgets.Again, () => Answer.To(_app, message));
    }

    [Fact]
    public async Task An_agents_reply_being_accepted()
    {
        var customer = new Customer();
        var id = await Situation.ActiveAsync(_app, customer);

        await ExpectAsync(CountedBudgets.Reply, () => Situation.ReplyAsync(_app, customer, id, "How can I help?"));
    }

    [Fact]
    public async Task A_status_callback()
    {
        var customer = new Customer();
        var sequence = await Situation.ReplyAsync(_app, customer, await Situation.ActiveAsync(_app, customer), "How can I help?");
        var deliveries = _app.Services.GetRequiredService<Deliveries>();

        await ExpectAsync(CountedBudgets.Callback, () => deliveries.ReportAsync(
            customer.Profile, sequence, new DeliveryReport(MessageSid.Parse(Customer.NewSid()), DeliveryState.Delivered), Evidence.Callback, CancellationToken.None));
    }

    [Fact]
    public async Task A_status_callback_that_tells_of_a_failure()
    {
        var customer = new Customer();
        var sequence = await Situation.ReplyAsync(_app, customer, await Situation.ActiveAsync(_app, customer), "How can I help?");
        var deliveries = _app.Services.GetRequiredService<Deliveries>();
        var report = new DeliveryReport(MessageSid.Parse(Customer.NewSid()), DeliveryState.Undelivered, 30006);

        // The head is read too, for what the log and the profile have to say of it.
        await ExpectAsync(CountedBudgets.FailureCallback, () => deliveries.ReportAsync(customer.Profile, sequence, report, Evidence.Callback, CancellationToken.None));
    }

    private async Task ExpectAsync(Budget budget, Func<Task> work)
    {
        _calls.Forget();
        await work();
        budget.Expect(_calls.Made);
    }
}
