using Interactions.Simulation.Chance;
using Interactions.Simulation.Telling;

namespace Interactions.Simulation;

/// <summary>What is typed is what is run.</summary>
public sealed class When_somebody_asks_for_a_run
{
    [Fact]
    public void A_verdict_tells_how_to_ask_for_the_same()
    {
        var plan = new Plan(7, 30) { Without = new HashSet<Ill> { Ill.Crash, Ill.Slow } };

        Assert.True(Wish.TryRead(plan.Command.Split(' '), out var wish));

        Assert.Equal((7UL, 30), (wish.Seed!.Value, wish.Events));
        Assert.True(wish.Without.SetEquals(plan.Without));
    }

    [Theory]
    [InlineData("--seed")]
    [InlineData("--seed", "many")]
    [InlineData("--runs", "0")]
    [InlineData("--without", "Rain")]
    [InlineData("--speed", "7")]
    public void What_means_nothing_is_refused(params string[] words) => Assert.False(Wish.TryRead(words, out _));
}
