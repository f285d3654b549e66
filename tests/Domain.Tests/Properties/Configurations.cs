using System.Collections.Immutable;
using Interactions.Domain.Policies;
using Interactions.Domain.Routing;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Properties;

/// <summary>What admins configure, from the sensible to the odd.</summary>
internal static class Configurations
{
    public static readonly Policy Default = Talkative(queue => queue);

    /// <summary>Who is asked in support has it, and while customers are awaited there is room for others.</summary>
    public static readonly Policy Eager = Talkative(queue => queue with
    {
        AutoAccept = queue.Id == The.Support,
        HoldsFreeCapacity = true,
        AffinityFor = TimeSpan.FromMinutes(10),
        NewRoundAfter = TimeSpan.FromMinutes(1),
        NotReadyAfterMissedOffer = false,
    });

    /// <summary>Where something goes, and who can be asked, depends on what was written.</summary>
    public static readonly Policy Picky = Talkative(queue => queue with
    {
        HoldsFreeCapacity = queue.Id == The.Billing,
        OverflowTo = queue.Id == The.Support ? The.Billing : null,
        AffinityFor = null,
        ReopenWithin = TimeSpan.FromHours(1),
    }) with
    {
        Agents = Configured.Agents(
            new AgentPolicy { Id = The.Agent, Skills = ["parcels", "letters"] }, new AgentPolicy { Id = The.Stranger, Skills = ["letters"] }),
        Rules =
        [
            new Rule { Id = "parcel", When = [new Condition.TextContains(["where"])], Tags = ["parcel"], Priority = 2 },
            new Rule { Id = "gone", When = [new Condition.TextMatches("^st")], Queue = QueueId.Parse("unknown"), Skills = ["none"] },
            new Rule { Id = "expert", When = [new Condition.Tagged(["parcel"]), new Condition.InHours(true)], Skills = ["parcels"] },
            new Rule { Id = "letter", When = [new Condition.Speaks(["de"])], Queue = The.Billing, Skills = ["letters"] },
            new Rule { Id = "gold", When = [new Condition.UserHas("tier", ["gold"])], Queue = The.Support, Priority = 9 },
        ],
    };

    /// <summary>Those in which time moves everything on, each at its pace.</summary>
    public static readonly ImmutableArray<Policy> All =
    [
        Default,
        Talkative(queue => queue with { WrapUpFor = null, RequeueUnresolved = true, ReopenWithin = TimeSpan.FromDays(1) }),
        Talkative(Timeless),
        Talkative(queue => queue with { OverflowAfter = TimeSpan.FromMinutes(2), OverflowTo = Other(queue) }),
        Talkative(Hasty),
        Policy.None with { Lines = Talkative(queue => queue).Lines },
        Eager,
        Picky,
    ];

    private static Policy Talkative(Func<QueuePolicy, QueuePolicy> configure)
    {
        QueuePolicy[] queues =
        [
            new() { Id = The.Support, Members = [The.Agent, The.Colleague], AbandonedText = "Sorry", NudgeText = "Are you there?", HandedOverText = "Yours" },
            new() { Id = The.Billing, Members = [The.Agent, The.Colleague, The.Stranger], NudgeText = "Hello?" },
        ];
        Line[] lines =
        [
            new() { Id = The.Line, Queue = The.Support, Addresses = [The.Company], WriteFirst = Configured.Daytime, Greeting = "Welcome", HelpText = "Write us", OutOfHoursText = "Closed", Hours = Configured.Daytime },
            new() { Id = The.OtherLine, Queue = The.Billing, Addresses = [The.OtherCompany], Greeting = "Good day" },
        ];
        return Configured.Of(queues.Select(configure), lines);
    }

    private static QueueId Other(QueuePolicy queue) => queue.Id == The.Support ? The.Billing : The.Support;

    private static QueuePolicy Timeless(QueuePolicy queue) => queue with
    {
        FirstResponseTarget = null,
        AbandonAfter = null,
        SilenceAfter = null,
        NudgeAfter = null,
        CloseWaitingAfter = null,
        HoldLimit = null,
    };

    private static QueuePolicy Hasty(QueuePolicy queue) => queue with
    {
        OfferFor = TimeSpan.Zero,
        FirstResponseTarget = TimeSpan.Zero,
        SilenceAfter = TimeSpan.Zero,
        NudgeAfter = TimeSpan.Zero,
        HoldLimit = TimeSpan.Zero,
        WrapUpFor = TimeSpan.Zero,
        OverflowAfter = TimeSpan.Zero,
        OverflowTo = queue.Id == The.Support ? The.Billing : null,
    };
}
