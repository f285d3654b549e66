using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Tests.Properties;

namespace Interactions.Domain.Tests.VirtualTime;

public sealed class When_months_go_by
{
    private const int Conversations = 40;

    private static readonly Policy[] Policies =
        [Configurations.Default, Configurations.All[1], Configurations.All[3], Configurations.Eager, Configurations.Picky];

    public static TheoryData<int> All => [.. Enumerable.Range(0, Policies.Length)];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_timer_comes_at_its_time_and_once_and_no_wake_is_sent_twice(int policy)
    {
        var fired = 0;
        for (var seed = 0; seed < Conversations; seed++)
        {
            var life = new Life(Policies[policy], seed, TimeSpan.FromDays(90), patience: TimeSpan.Zero);
            life.PassWithWakes();
            Assert.All(life.World.Conversation.Active, Rests);
            fired += life.Fired;
        }

        Assert.True(fired > 1_000, $"{fired} is too little to say anything.");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void With_every_wake_lost_everything_happens_at_most_two_minutes_late(int policy)
    {
        var fired = 0;
        for (var seed = 0; seed < Conversations / 4; seed++)
        {
            var life = new Life(Policies[policy], seed, TimeSpan.FromDays(30), patience: TimeSpan.FromMinutes(2));
            life.PassWithSweeps();
            fired += life.Fired;
        }

        Assert.True(fired > 100, $"{fired} is too little to say anything.");
    }

    // With an agent who owes nothing, or where a supervisor called off what would have moved it.
    private static void Rests(Interaction interaction)
    {
        if (interaction.TimerExceptions.Any(exception => exception.Until is null))
            return;
        Assert.IsType<Phase.Active>(interaction.Phase);
        Assert.Null(interaction.UnansweredSince);
    }
}
