using System.Diagnostics;
using System.Net;
using Interactions.Domain.Interactions;
using Interactions.Functions.Tests.Driver;
using Xunit.Abstractions;

namespace Interactions.Functions.Tests.Intake;

public sealed class When_fifty_customers_text_at_once(SharedApp shared, ITestOutputHelper output) : IClassFixture<SharedApp>
{
    private const int Customers = 50;
    private const int Rounds = 4;
    private const int AtOnce = 3;
    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task Every_message_is_taken_in_and_nobody_gets_two_interactions()
    {
        var customers = Enumerable.Range(0, Customers).Select(_ => new Customer()).ToArray();
        var started = Stopwatch.GetTimestamp();

        var times = (await Task.WhenAll(customers.Select(TextsAsync))).SelectMany(time => time).Order().ToArray();

        var all = Stopwatch.GetElapsedTime(started);
        output.WriteLine(
            $"{times.Length} messages in {all.TotalMilliseconds:F0} ms, {times.Length / all.TotalSeconds:F0} a second; "
            + $"p50 {times[times.Length / 2].TotalMilliseconds:F0} ms, p99 {times[times.Length * 99 / 100].TotalMilliseconds:F0} ms");
        var numbers = new HashSet<long>();
        foreach (var customer in customers)
        {
            var open = Assert.Single((await customer.ConversationAsync(_app)).Active);
            var log = await customer.LogAsync(_app);
            Assert.True(numbers.Add(open.Number.Value), $"{open.Number} was given twice.");
            Assert.Equal(Enumerable.Range(1, log.Count).Select(n => (long)n), log.Select(entry => entry.Sequence));
            Assert.Equal(
                Enumerable.Range(0, Rounds * AtOnce).Select(n => $"{n}").Order(),
                log.Select(entry => entry.Fact).OfType<MessageReceived>().Select(fact => fact.Message.Text).Order());
            Assert.All(log, entry => Assert.Equal(open.Id, entry.Interaction));
        }
    }

    // Some of what one person writes comes at once too.
    private async Task<List<TimeSpan>> TextsAsync(Customer customer)
    {
        var times = new List<TimeSpan>();
        for (var round = 0; round < Rounds; round++)
            times.AddRange(await Task.WhenAll(Enumerable.Range(round * AtOnce, AtOnce).Select(n => TextAsync(customer, n))));
        return times;
    }

    private async Task<TimeSpan> TextAsync(Customer customer, int n)
    {
        var started = Stopwatch.GetTimestamp();
        Assert.Equal(HttpStatusCode.OK, (await customer.TextsAsync(_app, $"{n}")).Status);
        return Stopwatch.GetElapsedTime(started);
    }
}
