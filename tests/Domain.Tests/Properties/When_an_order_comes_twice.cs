using Interactions.Domain.Interactions;

namespace Interactions.Domain.Tests.Properties;

public sealed class When_an_order_comes_twice
{
    [Fact]
    public void The_second_time_changes_nothing_more() => Always.Holds(world =>
        Assert.IsNotType<Decision.Changed>(world.Decide(world.Latest)));

    [Fact]
    public void A_message_gets_the_answer_it_got_the_first_time() => Always.Holds(world =>
    {
        if (world.Result.Decision is not Decision.Changed { Receipt: { } receipt })
            return;
        var again = Assert.IsType<Decision.Nothing>(world.Decide(world.Latest));
        Assert.Equal(receipt.Answers.AsEnumerable(), again.Answers);
    });
}
