using System.Collections.Immutable;
using Interactions.Domain.Policies;
using Interactions.Domain.Routing;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Routing;

public sealed class When_rules_are_asked
{
    private static readonly Condition Parcel = new Condition.TextContains(["parcel"]);
    private static readonly Condition Invoice = new Condition.TextContains(["invoice"]);
    private static readonly string[] Nothing = [];

    [Fact]
    public void Without_any_it_goes_to_the_lines_own_queue()
    {
        var route = Ask("Hello");

        Assert.Equal((The.Support, 0, null), (route.Queue, route.Priority, route.Decided));
        Assert.Equal(Nothing, route.Skills.Concat(route.Tags));
        Assert.Empty(route.Verdicts);
    }

    [Fact]
    public void The_first_that_is_met_and_names_a_queue_decides()
    {
        var route = Ask(
            "my parcel",
            new Rule { Id = "first", When = [Invoice], Queue = The.Support },
            new Rule { Id = "second", When = [Parcel], Queue = The.Billing, Priority = 3, Skills = ["parcels"], Tags = ["parcel"] },
            new Rule { Id = "third", Queue = The.Support, Priority = 9, Skills = ["more"], Tags = ["more"] });

        Assert.Equal((The.Billing, 3, "second"), (route.Queue, route.Priority, route.Decided));
        Assert.Equal(["parcels"], route.Skills.AsEnumerable());
        Assert.Equal(["parcel"], route.Tags.AsEnumerable());
        Assert.Equal([new Verdict("first", Invoice), new Verdict("second", null)], route.Verdicts.AsEnumerable());
    }

    [Fact]
    public void All_conditions_have_to_be_met_and_the_first_that_is_not_is_named()
    {
        var route = Ask("my parcel", new Rule { Id = "both", When = [Parcel, Invoice, new Condition.InHours(false)], Queue = The.Billing });

        Assert.Equal((The.Support, null), (route.Queue, route.Decided));
        Assert.Equal([new Verdict("both", Invoice)], route.Verdicts.AsEnumerable());
    }

    [Fact]
    public void One_without_a_queue_adds_what_it_says_and_leaves_the_decision_to_others()
    {
        var route = Ask(
            "my parcel",
            new Rule { Id = "a", When = [Parcel], Tags = ["parcel", "heavy"], Skills = ["parcels"], Priority = 1 },
            new Rule { Id = "b", Tags = ["heavy"], Skills = ["parcels", "lifting"] },
            new Rule { Id = "c", Queue = The.Billing, Tags = ["moved"] });

        Assert.Equal((The.Billing, 1, "c"), (route.Queue, route.Priority, route.Decided));
        Assert.Equal(["parcels", "lifting"], route.Skills.AsEnumerable());
        Assert.Equal(["parcel", "heavy", "moved"], route.Tags.AsEnumerable());
        Assert.Equal(["a", "b", "c"], route.Verdicts.Select(verdict => verdict.Rule));
    }

    [Fact]
    public void What_was_added_counts_also_where_nothing_decides()
    {
        var route = Ask("my parcel", new Rule { Id = "a", Tags = ["parcel"], Skills = ["parcels"], Priority = 4 });

        Assert.Equal((The.Support, 4, null), (route.Queue, route.Priority, route.Decided));
        Assert.Equal(["parcels"], route.Skills.AsEnumerable());
        Assert.Equal(["parcel"], route.Tags.AsEnumerable());
    }

    [Fact]
    public void The_latest_priority_counts()
    {
        Assert.Equal(0, Ask("Hi", new Rule { Id = "a", Priority = 5 }, new Rule { Id = "b" }, new Rule { Id = "c", Priority = 0 }).Priority);
    }

    [Fact]
    public void Tags_of_those_before_are_seen_by_those_after_and_not_the_other_way_round()
    {
        var tagging = new Rule { Id = "tags", When = [Parcel], Tags = ["parcel"] };
        var asking = new Rule { Id = "asks", When = [new Condition.Tagged(["parcel"])], Queue = The.Billing };

        Assert.Equal("asks", Ask("my parcel", tagging, asking).Decided);
        Assert.Null(Ask("my parcel", asking, tagging).Decided);
        Assert.Null(Ask("my letter", tagging, asking).Decided);
    }

    [Fact]
    public void One_for_a_queue_that_is_gone_neither_decides_nor_adds()
    {
        var route = Ask(
            "my parcel",
            new Rule { Id = "gone", Queue = QueueId.Parse("gone"), Skills = ["parcels"], Tags = ["parcel"], Priority = 7 },
            new Rule { Id = "asks", When = [new Condition.Tagged(["parcel"])], Queue = The.Billing });

        Assert.Equal((The.Support, 0, null), (route.Queue, route.Priority, route.Decided));
        Assert.Equal(Nothing, route.Skills.Concat(route.Tags));
    }

    private static Route Ask(string text, params ImmutableArray<Rule> rules)
    {
        var policy = Configured.With() with { Rules = rules };
        return Route.Of(new Subject { Line = The.Line, Text = text, IsOpen = true }, policy.Lines[The.Line], policy);
    }
}
