using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_customer_goes_unanswered
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    private readonly Story _story = Given.AnActiveInteraction(queue => queue with { FirstResponseTarget = null });

    [Fact]
    public void The_agent_is_prompted_first()
    {
        Assert.True(_story.TimersAfter(Quarter - TimeSpan.FromSeconds(1)).IsNothing);
        var result = _story.TimersAfter(TimeSpan.FromSeconds(1));

        Assert.Equal(new AgentPrompted(The.Beginning), result.The<AgentPrompted>());
        Assert.Equal((InteractionState.WorkInProgress, The.Agent), (_story.Interaction.State, _story.Interaction.AssignedTo));
        Assert.Contains(nameof(IndexTouch.Inbox), result.Touched);
        Assert.Equal(_story.Now + Quarter, result.Wake<Wake.Timeout>().Due);
        Assert.True(_story.FiresTimers().IsNothing);
    }

    [Fact]
    public void Then_somebody_else_gets_it()
    {
        _story.TimersAfter(Quarter);

        var result = _story.TimersAfter(Quarter);

        Assert.Equal(new Requeued(The.Support, The.Agent), result.The<Requeued>());
        Assert.Equal((InteractionState.New, Handling.Queued), (_story.Interaction.State, _story.Interaction.Handling));
        Assert.Equal([The.Agent], _story.Interaction.Place!.Excluded);
        Assert.Equal(_story.Now, _story.Interaction.Place.Since);
        Assert.Null(_story.Interaction.AssignedTo);
        Assert.Contains(result.Wakes, wake => wake is Wake.Route);
        Assert.Equal([nameof(IndexTouch.Active), nameof(IndexTouch.Waiting), nameof(IndexTouch.Frees)], result.Touched);
    }

    [Fact]
    public void An_answer_after_the_prompt_starts_over()
    {
        _story.TimersAfter(Quarter);
        _story.Answered();
        _story.Writes();

        Assert.Equal([nameof(AgentPrompted)], _story.TimersAfter(Quarter).Facts);
    }

    [Fact]
    public void Nothing_happens_to_whoever_answered()
    {
        _story.Answered();

        Assert.Empty(_story.TimersAfter(Quarter + Quarter).Facts);
        Assert.Equal(The.Agent, _story.Interaction.AssignedTo);
    }

    [Fact]
    public void The_time_counts_anew_for_whoever_takes_it_over()
    {
        _story.After(TimeSpan.FromMinutes(14)).Then(new Assign(The.Supervisor, _story.Id, The.Colleague, Forced: true));

        Assert.DoesNotContain(nameof(AgentPrompted), _story.TimersAfter(TimeSpan.FromMinutes(14)).Facts);
        Assert.Contains(nameof(AgentPrompted), _story.TimersAfter(TimeSpan.FromMinutes(1)).Facts);
    }

    [Fact]
    public void A_wake_hours_late_prompts_and_takes_nothing_away()
    {
        Assert.Equal([nameof(AgentPrompted)], _story.TimersAfter(TimeSpan.FromHours(9)).Facts);
        Assert.Equal(The.Agent, _story.Interaction.AssignedTo);
    }
}
