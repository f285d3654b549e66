namespace Interactions.Functions.Tests.Budgets;

/// <summary>What a piece of work may cost at most, and what it does cost: requests to storage, and messages over the bus.</summary>
internal sealed record Budget(string Work, (int Storage, int Bus) Most, (int Storage, int Bus) Counted)
{
    /// <summary>Within the budget is not enough: what is counted is what is written down, and what a million messages cost is worked out from.</summary>
    public void Expect(IReadOnlyCollection<string> made)
    {
        var told = made.Count(call => call.StartsWith("bus", StringComparison.Ordinal));
        Assert.True((made.Count - told, told) == Counted, $"{Work}: {Counted} was written down. {string.Join(", ", made)}");
    }
}
