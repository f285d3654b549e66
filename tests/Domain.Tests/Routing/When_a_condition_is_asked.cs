using System.Collections.Immutable;
using System.Diagnostics;
using Interactions.Domain.Routing;
using Interactions.Domain.Tests.Driver;

namespace Interactions.Domain.Tests.Routing;

public sealed class When_a_condition_is_asked
{
    private static readonly Subject Asked = new()
    {
        Line = The.Line,
        Text = "Where is my Parcel #4711? Straße",
        Tags = ["vip", "parcel"],
        Attributes = ImmutableSortedDictionary<string, string>.Empty.Add("tier", "Gold"),
        Language = "de",
        IsOpen = true,
    };

    private static readonly (Condition Condition, bool IsMet)[] Rows =
    [
        (new Condition.OnLine([The.Line]), true),
        (new Condition.OnLine([The.OtherLine, The.Line]), true),
        (new Condition.OnLine([The.OtherLine]), false),
        (new Condition.OnLine([]), false),
        (new Condition.TextContains(["parcel"]), true),
        (new Condition.TextContains(["PARCEL"]), true),
        (new Condition.TextContains(["invoice", "where is"]), true),
        (new Condition.TextContains(["parcels"]), false),
        (new Condition.TextContains(["strasse"]), false),
        (new Condition.TextContains([]), false),
        (new Condition.TextMatches(@"#\d{4}\b"), true),
        (new Condition.TextMatches("^where"), true),
        (new Condition.TextMatches("^parcel"), false),
        (new Condition.TextMatches(@"#\d{5}"), false),
        (new Condition.Tagged(["parcel"]), true),
        (new Condition.Tagged(["letter", "vip"]), true),
        (new Condition.Tagged(["letter"]), false),
        (new Condition.Tagged(["VIP"]), false),
        (new Condition.UserHas("tier", ["gold", "silver"]), true),
        (new Condition.UserHas("tier", ["silver"]), false),
        (new Condition.UserHas("plan", ["gold"]), false),
        (new Condition.Speaks(["de"]), true),
        (new Condition.Speaks(["en", "DE"]), true),
        (new Condition.Speaks(["de-CH"]), false),
        (new Condition.Speaks(["d"]), false),
        (new Condition.Speaks(["en"]), false),
        (new Condition.InHours(true), true),
        (new Condition.InHours(false), false),
    ];

    public static TheoryData<int, string, bool> All
    {
        get
        {
            var data = new TheoryData<int, string, bool>();
            for (var row = 0; row < Rows.Length; row++)
                data.Add(row, Rows[row].Condition.GetType().Name, Rows[row].IsMet);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_is_met_or_not(int row, string kind, bool expected) =>
        Assert.Equal((kind, expected), (Rows[row].Condition.GetType().Name, Rows[row].Condition.IsMetBy(Asked)));

    [Fact]
    public void Every_kind_is_met_and_not_met_by_something()
    {
        var kinds = typeof(Condition).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Condition))).ToHashSet();

        Assert.Equal(kinds, Rows.Where(row => row.IsMet).Select(row => row.Condition.GetType()).ToHashSet());
        Assert.Equal(kinds, Rows.Where(row => !row.IsMet).Select(row => row.Condition.GetType()).ToHashSet());
    }

    [Fact]
    public void Of_whom_nothing_is_known_nothing_is_met()
    {
        var nobody = new Subject { Line = The.Line, Text = "", IsOpen = false };

        Assert.False(new Condition.Speaks(["de"]).IsMetBy(nobody));
        Assert.False(new Condition.UserHas("tier", ["gold"]).IsMetBy(nobody));
        Assert.False(new Condition.Tagged(["vip"]).IsMetBy(nobody));
        Assert.True(new Condition.InHours(false).IsMetBy(nobody));
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(a|aa)+$")]
    [InlineData("[a-z]*[^x]{400}q")]
    public void A_pattern_that_could_take_forever_ends_soon_and_is_not_met(string pattern)
    {
        var text = new string('a', 1_600) + "!";
        var clock = Stopwatch.StartNew();

        Assert.False(new Condition.TextMatches(pattern).IsMetBy(Asked with { Text = text }));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"It took {clock.Elapsed}.");
    }

    [Fact]
    public void The_same_pattern_is_the_same_condition() =>
        Assert.Equal(
            [new Condition.TextMatches("a+")],
            new HashSet<Condition> { new Condition.TextMatches("a+"), new Condition.TextMatches("a+") });
}
