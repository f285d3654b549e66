using System.Globalization;
using Interactions.Functions.Messaging.Provider;
using Interactions.Functions.Tests.Driver;
using Interactions.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace Interactions.Functions.Tests.Recovery;

[TakesLong]
public sealed class When_many_webhooks_were_lost
{
    private static readonly ChaosRule Lost = new(ChaosKind.Lose) { On = RequestKind.Webhook, BodyContains = "lost" };
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 8 };

    [Fact]
    public async Task Three_hundred_of_a_thousand_are_found_and_each_is_there_once()
    {
        await using var unheard = await Unheard.StartInMemoryAsync();
        unheard.Phones.Chaos.Add(Lost);
        var customers = Enumerable.Range(0, 1000).Select(_ => new Customer()).ToArray();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 1000), AtOnce, async (n, _) => await unheard.TextsAsync(customers[n], n % 10 < 3 ? $"lost {n}" : $"heard {n}"));

        await unheard.CheckLaterAsync();
        await unheard.CheckAnewAsync();

        await Parallel.ForEachAsync(Enumerable.Range(0, 1000), AtOnce, async (n, _) =>
        {
            var received = Assert.Single(await unheard.ReceivedAsync(customers[n]));
            Assert.EndsWith($" {n}", received.Message.Text, StringComparison.Ordinal);
            Assert.Equal(n % 10 < 3, received.CameAt is not null);
        });
    }

    [Fact]
    public async Task What_is_known_is_not_looked_for_again_and_no_backlog_makes_it_dearer()
    {
        await using var unheard = await Unheard.StartAsync();
        for (var n = 0; n < 30; n++)
            await unheard.TextsAsync(new Customer(), "heard");
        await unheard.CheckLaterAsync();

        unheard.Calls.Forget();
        var listed = unheard.Phones.Requests[RequestKind.List];
        await unheard.CheckLaterAsync();

        // Where the last one ended, and where this one did; and how many wait for an operator.
        Assert.Equal(3, unheard.Calls.Made.Count);
        Assert.Equal(listed + 1, unheard.Phones.Requests[RequestKind.List]);
    }

    [Fact]
    public async Task While_Twilio_cannot_be_asked_nothing_is_skipped()
    {
        await using var unheard = await Unheard.StartAsync();
        var customers = new List<Customer>();
        unheard.Phones.Chaos.Add(new ChaosRule(ChaosKind.Suspended));
        for (var hour = 0; hour < 30; hour++)
        {
            var customer = new Customer();
            customers.Add(customer);
            unheard.Phones.Chaos.Add(Lost);
            await unheard.TextsAsync(customer, "lost");
            unheard.Clock.Pass(TimeSpan.FromHours(1));

            // Each time it is tried again for a while.
            if (hour % 6 == 0)
                await unheard.CheckAsync();
            Assert.Empty(await unheard.ReceivedAsync(customer));
        }

        unheard.Phones.Chaos.Clear();
        await unheard.CheckAsync();

        foreach (var customer in customers)
            Assert.Single(await unheard.ReceivedAsync(customer));
    }

    [Fact]
    public async Task Many_pages_are_read_and_too_many_are_told()
    {
        await using var unheard = await Unheard.StartAsync();

        // Twilio tells whole seconds.
        var from = unheard.Clock.GetUtcNow().AddSeconds(-1);
        unheard.Phones.Chaos.Add(new ChaosRule(ChaosKind.Lose) { On = RequestKind.Webhook });
        var customer = new Customer();
        for (var n = 0; n < 2100; n++)
            await unheard.TextsAsync(customer, n.ToString(CultureInfo.InvariantCulture));
        var received = unheard.App.Services.GetRequiredService<ReceivedMessages>();

        var all = Assert.IsType<Received.All>(await received.ListAsync(from, from.AddMinutes(1), mostPages: 3));
        Assert.IsType<Received.TooMany>(await received.ListAsync(from, from.AddMinutes(1), mostPages: 2));

        Assert.Equal(Enumerable.Range(0, 2100).Select(n => n.ToString(CultureInfo.InvariantCulture)), all.Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task More_than_a_stretch_of_time_may_bring_is_read_in_shorter_ones()
    {
        await using var unheard = await Unheard.StartAsync();
        unheard.Phones.Chaos.Add(new ChaosRule(ChaosKind.Lose) { On = RequestKind.Webhook });
        var customers = Enumerable.Range(0, 5).Select(_ => new Customer()).ToArray();
        const string NobodysNumber = "+15550100179";
        unheard.Phones.Add(new SimulatorNumber(NobodysNumber));
        foreach (var customer in customers)
        {
            await unheard.TextsAsync(customer, "lost");
            for (var n = 0; n < 400; n++)
                await unheard.TextsAsync(customer, "somebody else's", NobodysNumber);
            unheard.Clock.Pass(TimeSpan.FromMinutes(6));
        }

        await unheard.CheckAnewAsync(mostPages: 1);

        foreach (var customer in customers)
            Assert.Equal(["lost"], await unheard.TextsOfAsync(customer));
    }
}
