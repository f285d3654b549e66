using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Functions.Tests.Budgets;
using Interactions.Functions.Tests.Driver;
using Interactions.Simulator;

namespace Interactions.Functions.Tests.Outbound;

/// <summary>
/// A send is four calls: the log is read, the attempt noted, Twilio asked, the answer noted. At each of them the process may die,
/// before the call has its effect or after.
/// </summary>
public sealed class When_the_sender_dies : IAsyncLifetime
{
    private const int Noting = 1;
    private const int Asking = 2;
    private const int Answering = 3;
    private Post _post = null!;

    public async Task InitializeAsync() => _post = await Post.OpenAsync(seed: 4711, onEmulator: false);

    public async Task DisposeAsync() => await _post.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_that_nobody_dies_of_takes_four_calls(bool onEmulator)
    {
        // What Twilio answers is not overtaken by what it reports.
        await using var post = await Post.OpenAsync(statusDelay: TimeSpan.FromMinutes(5), onEmulator: onEmulator);
        var letter = await post.WriteAsync(new Customer(), "How can I help?");
        post.Calls.Forget();

        await post.DeliverAsync(letter);

        Assert.Equal(["GET Conversations", "PUT Conversations", WatchedWire.Name, "PUT Conversations"], post.Calls.Made);
        CountedBudgets.Sending.Expect([.. post.Calls.Made.Where(call => call != WatchedWire.Name)]);
    }

    [Theory]
    [InlineData("before the call", Asking, false)]
    [InlineData("after the call, before the answer", Asking, true)]
    [InlineData("after the answer, before it is noted", Answering, false)]
    [InlineData("after it is noted", Answering, true)]
    [InlineData("before the attempt is noted", Noting, false)]
    [InlineData("after the attempt is noted", Noting, true)]
    public Task The_customer_gets_it_once(string moment, int call, bool afterEffect) => IsSentOnceAsync(_post, runs: 25, moment, call, afterEffect);

    [Fact]
    public async Task The_customer_gets_it_once_where_it_is_stored_on_the_emulator()
    {
        await using var post = await Post.OpenAsync(seed: 4711);
        await IsSentOnceAsync(post, runs: 3, "after the call, before the answer", Asking, afterEffect: true);
    }

    [Fact]
    public async Task Whatever_else_goes_wrong_at_the_same_time_the_customer_gets_it_once()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            _post.Phones.Chaos.Rules =
            [
                new(ChaosKind.DropAnswer) { Probability = 0.2 },
                new(ChaosKind.ErrorBefore) { Probability = 0.1 },
                new(ChaosKind.ErrorAfter) { Probability = 0.1 },
                new(ChaosKind.TooManyRequests) { Probability = 0.2 },
                new(ChaosKind.Duplicate) { Probability = 0.4, On = RequestKind.Callback },
                new(ChaosKind.Reorder) { Probability = 0.4, On = RequestKind.Callback },
                new(ChaosKind.Lose) { Probability = 0.3 },
            ];
            var text = $"Seed {seed}, {Guid.NewGuid():N}";
            var letter = await _post.WriteAsync(new Customer(), text);

            for (var deaths = random.Next(3); deaths >= 0; deaths--)
            {
                await DieAsync(_post, letter, random.Next(5), afterEffect: random.Next(2) == 0);
                if (random.Next(2) == 0)
                    _post.Clock.Pass(TimeSpan.FromSeconds(random.Next(200)));
            }

            await _post.WaitAsync(Task.WhenAll(_post.DeliverAsync(letter), _post.DeliverAsync(letter)));
            await _post.FinishAsync(letter);
            await _post.SettleAsync();

            Assert.True(_post.Sent(text).Count() == 1, $"seed {seed}: sent {_post.Sent(text).Count()} times, {await _post.DeliveryAsync(letter)}");
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task What_twilio_refuses_is_told_once_and_flags_the_address_once(int call)
    {
        _post.Phones.Chaos.Rules = [new(ChaosKind.Refuse) { Code = 21614 }];
        foreach (var afterEffect in new[] { false, true })
        {
            var customer = new Customer();
            var letter = await _post.WriteAsync(customer, "How can I help?");

            await DieAsync(_post, letter, call, afterEffect);
            var delivery = await _post.FinishAsync(letter);

            Assert.Equal((DeliveryState.Failed, 21614), (delivery.State, delivery.ErrorCode));
            Assert.Single(await _post.WaitAsync(customer.LogAsync(_post.Receiver)), entry => entry.Fact is DeliveryFailed);
            Assert.Equal(21614, (await _post.WaitAsync(customer.ConversationAsync(_post.Receiver))).Profile!.Unreachable!.Code);
            Assert.DoesNotContain(_post.Phones.Messages, message => message.To == customer.Number);
        }
    }

    private static async Task IsSentOnceAsync(Post post, int runs, string moment, int call, bool afterEffect)
    {
        post.Phones.Chaos.Rules =
        [
            new(ChaosKind.Duplicate) { Probability = 0.5, On = RequestKind.Callback },
            new(ChaosKind.Reorder) { Probability = 0.5, On = RequestKind.Callback },
            new(ChaosKind.Lose) { Probability = 0.2 },
        ];
        for (var run = 0; run < runs; run++)
        {
            var text = $"Run {run}, {moment}, {Guid.NewGuid():N}";
            var letter = await post.WriteAsync(new Customer(), text);

            await DieAsync(post, letter, call, afterEffect);
            var delivery = await post.FinishAsync(letter);
            await post.DeliverAsync(letter);
            await post.SettleAsync();

            Assert.Single(post.Sent(text));
            Assert.True(delivery.State > DeliveryState.Answered, $"{text}: {delivery}");
            Assert.Equal(post.Sent(text).Single().Sid, (await post.DeliveryAsync(letter)).Sid?.Value);
        }
    }

    private static async Task DieAsync(Post post, Letter letter, int call, bool afterEffect)
    {
        post.Calls.DieAt(call, afterEffect);
        try
        {
            await post.DeliverAsync(letter);
        }
        catch (Exception)
        {
            // Whoever dies leaves what there is, and the bus delivers again.
        }

        post.Calls.Revive();
    }
}
