using System.Collections.Immutable;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Routing;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_rule_decides
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(2);

    private static readonly Rule Locks = new()
    {
        Id = "locks",
        When = [new Condition.TextContains(["lock"])],
        Queue = The.Billing,
        Priority = 5,
        Skills = ["locks"],
        Tags = ["lock", "door"],
    };

    [Fact]
    public void It_waits_in_that_queue_with_all_that_the_rule_says()
    {
        var story = Ruled([Locks]);

        var result = story.Writes("My lock is broken");

        var interaction = story.Interaction;
        Assert.Equal((The.Billing, 5), (interaction.Queue, interaction.Priority));
        Assert.Equal(["locks"], interaction.Skills.AsEnumerable());
        Assert.Equal(["lock", "door"], interaction.Tags.AsEnumerable());
        Assert.Equal(The.Billing, result.The<InteractionOpened>().Queue);
        Assert.Equal(new Wake.Route(The.Billing, story.Id, 1), result.Wake<Wake.Route>());
        Assert.Contains(new IndexTouch.Waiting(new WaitingPlace(The.Billing, 5, story.Now, story.Id, 1), interaction, 1), result.Touches);
    }

    [Fact]
    public void The_first_answer_is_due_as_that_queue_promises()
    {
        var story = Ruled([Locks]);
        story.Policy = Promising(story.Policy, (The.Support, 5), (The.Billing, 45));

        story.Writes("My lock is broken");

        Assert.Equal(new Sla(TimeSpan.FromMinutes(45), story.Now.AddMinutes(45)) { WarnAt = story.Now.AddMinutes(36) }, story.Interaction.Sla);
    }

    [Fact]
    public void Other_words_go_where_the_line_says()
    {
        var story = Ruled([Locks]);

        story.Writes("Hello");

        Assert.Equal((The.Support, 0, 0, 0), (story.Interaction.Queue, story.Interaction.Priority, story.Interaction.Skills.Length, story.Interaction.Tags.Length));
    }

    [Fact]
    public void Only_the_first_message_decides()
    {
        var story = Ruled([Locks]).Waiting();

        story.Writes("My lock is broken");

        Assert.Equal((The.Support, 0), (story.Interaction.Queue, story.Interaction.Priority));
    }

    [Fact]
    public void It_asks_what_is_known_of_the_user_who_writes()
    {
        var story = Ruled(
        [
            new Rule { Id = "gold", When = [new Condition.UserHas("tier", ["gold"])], Priority = 7 },
            new Rule { Id = "german", When = [new Condition.Speaks(["de"])], Queue = The.Billing },
        ]);
        story.Then(new MatchUsers(The.Customer, [The.User], new Traits("de", ImmutableSortedDictionary<string, string>.Empty.Add("tier", "gold"))));

        story.Writes();

        Assert.Equal((The.Billing, 7, "de"), (story.Interaction.Queue, story.Interaction.Priority, story.Interaction.Language));
    }

    [Theory]
    [InlineData(8, "Out of hours")]
    [InlineData(10, null)]
    public void It_asks_whether_the_line_is_open(int hour, string? tag)
    {
        var hours = new BusinessHours(TimeZoneInfo.Utc, [new OpeningTime(DayOfWeek.Monday, new TimeOnly(9, 30), new TimeOnly(17, 0))], []);
        var story = Ruled([new Rule { Id = "late", When = [new Condition.InHours(false)], Tags = ["Out of hours"] }], line => line with { Hours = hours });

        story.After(TimeSpan.FromHours(hour - 9)).Writes();

        Assert.Equal(tag, story.Interaction.Tags.SingleOrDefault());
    }

    [Fact]
    public void It_asks_on_which_line_somebody_writes()
    {
        var story = Ruled([new Rule { Id = "second", When = [new Condition.OnLine([The.OtherLine])], Priority = 2 }]);

        story.Writes();
        Assert.Equal(0, story.Interaction.Priority);
        story.Writes(line: The.OtherLine);
        Assert.Equal(2, story.Interaction.Priority);
    }

    [Fact]
    public void A_matter_that_goes_on_stays_in_its_queue_and_needs_what_is_asked_there()
    {
        var story = Ruled([Locks with { Queue = The.Billing }], support: queue => queue with { ReopenWithin = Window });
        story.Waiting().Active().InWrapUp().Closed();

        story.Writes("My lock is broken");

        Assert.Equal((The.Support, 5, 0), (story.Interaction.Queue, story.Interaction.Priority, story.Interaction.Skills.Length));
        Assert.Equal(["lock", "door"], story.Interaction.Tags.AsEnumerable());
        Assert.NotNull(story.Interaction.Parent);
    }

    [Fact]
    public void A_matter_that_goes_on_where_the_rule_sends_it_needs_what_the_rule_says()
    {
        var story = Ruled([Locks with { Queue = The.Support }], support: queue => queue with { ReopenWithin = Window });
        story.Waiting().Active().InWrapUp().Closed();

        story.Writes("My lock is broken");

        Assert.Equal(["locks"], story.Interaction.Skills.AsEnumerable());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_an_agent_takes_up_again_still_needs_it(bool clone)
    {
        var story = Given.SomethingForTheAgentAlone().Active().InWrapUp().Closed();
        var number = new InteractionNumber(99);

        story.Then(clone
            ? new CloneInteraction(Actor.Of(The.Agent), story.Interaction.Id) { Number = number }
            : new ReopenInteraction(Actor.Of(The.Agent), story.Interaction.Id) { Number = number });

        Assert.Equal(["locks"], story.Interaction.Skills.AsEnumerable());
        Assert.Equal(Refusal.LacksSkill, story.On(new TransferToAgent(Actor.Of(The.Agent), story.Id, The.Colleague)).Refusal);
    }

    [Fact]
    public void Whoever_takes_it_or_is_told_to_need_not_know_what_the_rule_asks()
    {
        var claimed = Given.SomethingForTheAgentAlone();
        Assert.Null(claimed.On(new Claim(claimed.Id, The.Colleague)).Refusal);

        var told = Given.SomethingForTheAgentAlone();
        Assert.Null(told.On(new Assign(The.Supervisor, told.Id, The.Colleague, Forced: true)).Refusal);
    }

    private static Story Ruled(
        ImmutableArray<Rule> rules, Func<Line, Line>? line = null, Func<QueuePolicy, QueuePolicy>? support = null)
    {
        var story = Given.Nothing(support, line);
        story.Policy = story.Policy with { Rules = rules };
        return story;
    }

    private static Policy Promising(Policy policy, params (QueueId Queue, int Minutes)[] targets) => policy with
    {
        Queues = policy.Queues.SetItems(targets.Select(target =>
            KeyValuePair.Create(target.Queue, policy.For(target.Queue) with { FirstResponseTarget = TimeSpan.FromMinutes(target.Minutes) }))),
    };
}
