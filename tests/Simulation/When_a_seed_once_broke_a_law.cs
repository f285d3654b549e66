namespace Interactions.Simulation;

/// <summary>What the simulation found and is mended since. In a world that was changed a seed may tell another story; each says what it was.</summary>
public sealed class When_a_seed_once_broke_a_law
{
    /// <summary>
    /// Two decided at once, and what one of them had announced to the history was of a moment at which it was not closed. The first sweep of all
    /// did not look at what had been closed before it, so that it stayed there for ever.
    /// </summary>
    [Theory]
    [InlineData(1118, 30)]
    [InlineData(1474, 30)]
    public void Before_the_first_sweep_it_was_closed_twice(int seed, int events) => Holds(seed, events);

    private static void Holds(int seed, int events)
    {
        var outcome = Run.Of(new Plan((ulong)seed, events));

        Assert.True(outcome.Broken is null, outcome.Verdict);
    }
}
