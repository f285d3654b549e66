using Interactions.Domain.Interactions;
using Interactions.Functions.Tests.Budgets;
using Interactions.Functions.Tests.Driver;
using Xunit.Abstractions;

namespace Interactions.Functions.Tests.Routing;

/// <summary>What giving one customer to one agent costs, from the wake on: the same however many wait and work.</summary>
public sealed class When_assignments_are_counted(ITestOutputHelper output)
{
    [Theory]
    [InlineData(10, 10)]
    [InlineData(1_000, 10)]
    [InlineData(10, 10_000)]
    [InlineData(100_000, 10_000)]
    public async Task A_customer_texts_while_agents_are_free(int waiting, int agents)
    {
        await using var backlog = await Backlog.OfAsync(agents);
        await backlog.AreFreeAsync(Enumerable.Range(1, agents));
        await backlog.WaitAsync(waiting, Backlog.Elsewhere);
        var text = await backlog.TextsAsync();

        var costs = await backlog.RouteAsync(text);

        Assert.Equal(Backlog.Agent(1), await backlog.HolderAsync(text));
        Expect(costs, CountedBudgets.Assignment);
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(1_000, 10)]
    [InlineData(10, 10_000)]
    [InlineData(100_000, 10_000)]
    public async Task An_agent_becomes_free_while_others_wait(int waiting, int agents)
    {
        await using var backlog = await Backlog.OfAsync(agents);
        await backlog.AreFreeAsync([1]);
        await backlog.AreFullAsync(Enumerable.Range(2, agents - 1));
        Interaction[] texts = [await backlog.TextsAsync(), await backlog.TextsAsync(), await backlog.TextsAsync()];
        await backlog.WaitAsync(waiting, Backlog.Queue);
        await backlog.RouteAsync(texts[0]);

        await backlog.FinishAsync(1, texts[0]);
        var afterwards = await backlog.ServeAsync(1, texts[0]);
        Assert.Equal(Backlog.Agent(1), await backlog.HolderAsync(texts[1]));
        Expect(afterwards, CountedBudgets.Assignment);

        await backlog.DoAsync(new DeclineOffer(texts[1].Id, Backlog.Agent(1)));
        var declined = await backlog.ServeAsync(1, texts[1]);
        Assert.Equal(Backlog.Agent(1), await backlog.HolderAsync(texts[2]));
        Expect(declined, CountedBudgets.Assignment);
    }

    [Fact]
    public async Task For_an_agent_of_two_queues_both_are_looked_at()
    {
        await using var backlog = await Backlog.OfAsync(agents: 10, inBoth: true);
        await backlog.AreFreeAsync([1]);
        Interaction[] texts = [await backlog.TextsAsync(), await backlog.TextsAsync(line: "elsewhere"), await backlog.TextsAsync()];
        await backlog.WaitAsync(1_000, Backlog.Queue);
        await backlog.WaitAsync(1_000, Backlog.Elsewhere);
        await backlog.RouteAsync(texts[0]);
        await backlog.FinishAsync(1, texts[0]);

        Expect(await backlog.ServeAsync(1, texts[0]), CountedBudgets.AssignmentOfTwo);
        Assert.Equal(Backlog.Agent(1), await backlog.HolderAsync(texts[1]));

        await backlog.FinishAsync(1, texts[1]);
        Expect(await backlog.ServeAsync(1, texts[1]), CountedBudgets.AssignmentOfTwo);
        Assert.Equal(Backlog.Agent(1), await backlog.HolderAsync(texts[2]));
    }

    [Fact]
    public async Task Where_nobody_is_asked_it_is_shown_as_work_at_once()
    {
        await using var backlog = await Backlog.OfAsync(agents: 10, queue: ""","autoAccept":true""");
        await backlog.AreFreeAsync([1]);
        await backlog.AreFullAsync(Enumerable.Range(2, 9));
        Interaction[] texts = [await backlog.TextsAsync(), await backlog.TextsAsync()];
        await backlog.WaitAsync(1_000, Backlog.Queue);

        Expect(await backlog.RouteAsync(texts[0]), CountedBudgets.AssignmentUnasked);

        await backlog.FinishAsync(1, texts[0]);
        Expect(await backlog.ServeAsync(1, texts[0]), CountedBudgets.AssignmentUnasked);
        Assert.Equal(Backlog.Agent(1), await backlog.HolderAsync(texts[1]));
    }

    [Fact]
    public async Task Whoever_had_the_customer_last_is_looked_up_instead_of_those_who_are_free()
    {
        await using var backlog = await Backlog.OfAsync(agents: 10);
        await backlog.AreFreeAsync(Enumerable.Range(1, 10));
        var customer = new Customer();
        var before = await backlog.TextsAsync(customer);
        await backlog.RouteAsync(before);
        await backlog.FinishAsync(1, before);
        await backlog.ServeAsync(1, before);

        var again = await backlog.TextsAsync(customer);

        Expect(await backlog.RouteAsync(again), CountedBudgets.Assignment);
        Assert.Equal(Backlog.Agent(1), await backlog.HolderAsync(again));
    }

    [Fact]
    public async Task An_agent_with_room_left_moves_on_among_those_who_are_free()
    {
        await using var backlog = await Backlog.OfAsync(agents: 10, room: 3);
        await backlog.AreFreeAsync([1]);

        Expect(await backlog.RouteAsync(await backlog.TextsAsync()), CountedBudgets.Assignment);
        Expect(await backlog.RouteAsync(await backlog.TextsAsync()), CountedBudgets.Assignment);
        Expect(await backlog.RouteAsync(await backlog.TextsAsync()), CountedBudgets.Assignment);
    }

    [Theory]
    [InlineData(10, 6)]
    [InlineData(1_000, 7)]
    [InlineData(10_000, 16)]
    public async Task Those_whom_nobody_free_may_take_are_read_past_a_thousand_at_a_time(int waiting, int storage)
    {
        await using var backlog = await Backlog.OfAsync(agents: 10);
        await backlog.AreFreeAsync([1]);
        await backlog.WaitAsync(waiting, Backlog.Queue, priority: 1);

        Expect(await backlog.RouteAsync(await backlog.TextsAsync()), storage);
    }

    [Fact]
    public async Task When_nobody_is_free_it_is_found_out_without_reading_who_waits()
    {
        await using var backlog = await Backlog.OfAsync(agents: 10);
        await backlog.AreFullAsync(Enumerable.Range(1, 10));
        await backlog.WaitAsync(1_000, Backlog.Queue);

        Expect(await backlog.RouteAsync(await backlog.TextsAsync()), storage: 5, bus: 0);
    }

    private void Expect(Costs costs, Budget budget)
    {
        output.WriteLine(costs.ToString());
        budget.Expect(costs.Made);
    }

    private void Expect(Costs costs, int storage, int bus = 1)
    {
        output.WriteLine(costs.ToString());
        Assert.True((costs.Storage, costs.Bus) == (storage, bus), $"{storage} and {bus} were expected: {costs}");
    }
}
