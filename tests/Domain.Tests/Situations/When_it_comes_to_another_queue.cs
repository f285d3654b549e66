using System.Collections.Immutable;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Routing;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

/// <summary>What it asks of agents was asked for the queue before.</summary>
public sealed class When_it_comes_to_another_queue
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static TheoryData<string, string, string> Rows => new()
    {
        // What the colleague knows, who is in both; what the stranger knows, who is only in the other; what stays of "locks keys".
        { "", "", "" },
        { "locks", "", "locks" },
        { "", "keys", "keys" },
        { "locks", "keys", "" },
        { "locks keys", "", "locks keys" },
        { "doors", "locks keys", "locks keys" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Overflowing_it_asks_for_what_somebody_there_knows(string colleague, string stranger, string stays)
    {
        var story = Story(colleague, stranger);

        var result = story.TimersAfter(Minute);

        Assert.Equal([nameof(Overflowed)], result.Facts);
        Assert.Equal((The.Billing, stays), (story.Interaction.Queue, string.Join(' ', story.Interaction.Skills)));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Transferred_it_asks_for_what_somebody_there_knows(string colleague, string stranger, string stays)
    {
        var story = Story(colleague, stranger).Active();

        var result = story.On(new TransferToQueue(Actor.Of(The.Agent), story.Id, The.Billing));

        Assert.Equal([nameof(TransferredToQueue)], result.Facts);
        Assert.Equal((The.Billing, stays), (story.Interaction.Queue, string.Join(' ', story.Interaction.Skills)));
    }

    [Fact]
    public void Whoever_knows_the_rest_can_be_asked()
    {
        var story = Story("keys", "");
        story.TimersAfter(Minute);

        Assert.Null(story.On(new MakeOffer(story.Id, The.Billing, The.Colleague)).Refusal);
    }

    [Fact]
    public void Given_back_to_its_own_it_asks_for_what_it_did()
    {
        var story = Story("", "").Active();
        story.Policy = WithSkills(story.Policy, "", "", agent: "");

        story.Then(new TransferToQueue(Actor.Of(The.Agent), story.Id, The.Support));

        Assert.Equal("locks keys", string.Join(' ', story.Interaction.Skills));
    }

    private static Story Story(string colleague, string stranger)
    {
        var story = Given.Nothing(queue => queue with { OverflowTo = The.Billing, OverflowAfter = Minute });
        story.Policy = WithSkills(story.Policy, colleague, stranger, agent: "locks keys");
        return story.Waiting();
    }

    // The agent is not in the other queue.
    private static Policy WithSkills(Policy policy, string colleague, string stranger, string agent) => policy with
    {
        Rules = [new Rule { Id = "locks", Skills = ["locks", "keys"] }],
        Queues = policy.Queues.SetItem(The.Billing, policy.Queues[The.Billing] with { Members = [The.Colleague, The.Stranger] }),
        Agents = Configured.Agents(Knowing(The.Agent, agent), Knowing(The.Colleague, colleague), Knowing(The.Stranger, stranger)),
    };

    private static AgentPolicy Knowing(AgentId agent, string skills) =>
        new() { Id = agent, Skills = [.. skills.Split(' ', StringSplitOptions.RemoveEmptyEntries)] };
}
