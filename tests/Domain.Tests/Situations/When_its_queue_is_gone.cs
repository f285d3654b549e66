using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

/// <summary>Whoever removes a queue makes sure that nothing is open in it, but cannot see what comes at that moment.</summary>
public sealed class When_its_queue_is_gone
{
    [Fact]
    public void It_goes_on_in_the_lines_queue_once_somebody_looks()
    {
        var story = Given.AWaitingInteraction().After(TimeSpan.FromSeconds(75));
        story.Policy = Gone(story.Policy, lineTo: The.Billing);

        var result = story.FiresTimers();

        Assert.Equal(new Overflowed(The.Support, The.Billing), result.The<Overflowed>());
        Assert.Equal((The.Billing, The.Beginning), (story.Interaction.Queue, story.Interaction.Place!.Since));
        Assert.Equal(The.Billing, result.Wake<Wake.Route>().Queue);
    }

    [Fact]
    public void Whoever_declines_it_leaves_it_to_the_lines_queue()
    {
        var story = Given.AnOfferedInteraction();
        story.Policy = Gone(story.Policy, lineTo: The.Billing);

        var declined = story.On(new DeclineOffer(story.Id, The.Agent));

        Assert.True(declined.Wake<Wake.Timeout>().Due <= story.Now);
        Assert.Equal([nameof(Overflowed)], story.FiresTimers().Facts);
        Assert.Equal(The.Billing, story.Interaction.Queue);
    }

    [Fact]
    public void Whoever_works_on_it_goes_on()
    {
        var story = Given.AnActiveInteraction();
        story.Policy = Gone(story.Policy, lineTo: The.Billing);

        Assert.True(story.FiresTimers().IsNothing);
        Assert.Equal((The.Support, The.Agent), (story.Interaction.Queue, story.Interaction.AssignedTo));
    }

    [Fact]
    public void It_stays_where_the_line_has_no_other()
    {
        var story = Given.AWaitingInteraction();
        story.Policy = Gone(story.Policy, lineTo: The.Support);

        Assert.True(story.FiresTimers().IsNothing);
        Assert.Equal(The.Support, story.Interaction.Queue);
    }

    [Fact]
    public void A_supervisor_can_force_it_on_anybody()
    {
        var story = Given.AWaitingInteraction();
        story.Policy = Gone(story.Policy, lineTo: The.Support);

        Assert.Equal(Refusal.NotAMember, story.On(new Assign(The.Supervisor, story.Id, The.Stranger, Forced: false)).Refusal);
        story.Then(new Assign(The.Supervisor, story.Id, The.Stranger, Forced: true));

        Assert.Equal((Handling.Active, The.Stranger), (story.Interaction.Handling, story.Interaction.AssignedTo));
    }

    [Fact]
    public void So_they_can_where_it_has_no_members()
    {
        var story = Given.AWaitingInteraction(queue => queue with { Members = [] });

        story.Then(new Assign(The.Supervisor, story.Id, The.Stranger, Forced: true));

        Assert.Equal(The.Stranger, story.Interaction.AssignedTo);
    }

    private static Policy Gone(Policy policy, QueueId lineTo) => policy with
    {
        Queues = policy.Queues.Remove(The.Support),
        Lines = policy.Lines.SetItem(The.Line, policy.Lines[The.Line] with { Queue = lineTo }),
    };
}
