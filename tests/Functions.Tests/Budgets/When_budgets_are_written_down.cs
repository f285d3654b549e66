using Interactions.Emulator;

namespace Interactions.Functions.Tests.Budgets;

public sealed class When_budgets_are_written_down
{
    [Fact]
    public void Nothing_costs_more_than_it_may()
    {
        Assert.All(CountedBudgets.All, budget => Assert.True(
            budget.Counted.Storage <= budget.Most.Storage && budget.Counted.Bus <= budget.Most.Bus, budget.ToString()));
    }

    [Fact]
    public async Task The_page_on_performance_says_what_is_counted()
    {
        var rows = CountedBudgets.All.Select(budget =>
            $"| {budget.Work} | {budget.Most.Storage} | {budget.Most.Bus} | {budget.Counted.Storage} | {budget.Counted.Bus} |");
        var page = await File.ReadAllLinesAsync(Path.Combine(Repository.Root!, "docs", "performance.md"));

        Assert.Equal(rows, page.SkipWhile(line => !line.StartsWith("| work | ", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|')));
    }
}
