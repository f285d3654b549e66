using Interactions.Simulation.Chance;
using Interactions.Simulation.Telling;

namespace Interactions.Simulation;

/// <summary>Many days of customers, agents and instances, in which a seed decides what happens and what goes wrong.</summary>
public sealed class When_anything_may_go_wrong
{
    private const int Seeds = 500;

    private static readonly Lazy<IReadOnlyList<Outcome>> Outcomes = new(() =>
        ManySeeds.RunAll([.. Enumerable.Range(1, Seeds).Select(seed => new Plan((ulong)seed))], static _ => { }));

    // What a customer's message costs besides is a block of numbers once in a while, and deciding again where two write at once.
    private const double Sometimes = 0.25;

    [Fact]
    public void No_law_is_broken()
    {
        var broken = Outcomes.Value.Where(outcome => outcome.Broken is not null).ToList();

        Assert.True(broken.Count == 0, string.Join("\n", broken.Select(outcome => outcome.Verdict)));
    }

    [Fact]
    public void Everything_that_can_go_wrong_did() =>
        Assert.All(Enum.GetValues<Ill>(), ill => Assert.True(Outcomes.Value.Sum(outcome => outcome.Suffered[(int)ill]) >= 20, $"{ill} hardly ever"));

    [Theory]
    [InlineData("MessageReceived", 100_000)]
    [InlineData("InteractionOpened", 10_000)]
    [InlineData("OfferAccepted", 10_000)]
    [InlineData("OfferDeclined", 1_000)]
    [InlineData("OfferTimedOut", 1_000)]
    [InlineData("NewRoundStarted", 1_000)]
    [InlineData("Overflowed", 500)]
    [InlineData("Claimed", 50)]
    [InlineData("Assigned", 100)]
    [InlineData("PutOnHold", 1_000)]
    [InlineData("Resumed", 1_000)]
    [InlineData("HoldLimitReached", 50)]
    [InlineData("AgentPrompted", 100)]
    [InlineData("Requeued", 500)]
    [InlineData("TransferredToQueue", 500)]
    [InlineData("TransferredToAgent", 100)]
    [InlineData("Ended", 5_000)]
    [InlineData("WrapUpInterrupted", 100)]
    [InlineData("Closed", 10_000)]
    [InlineData("ConsentChanged", 500)]
    [InlineData("DeliveryFailed", 100)]
    [InlineData("Delivery Unknown", 100)]
    [InlineData("Delivery Undelivered", 50)]
    [InlineData("Delivery Canceled", 20)]
    public void Everything_that_can_happen_did(string what, int times) =>
        Assert.True(Outcomes.Value.Sum(outcome => (long)outcome.Reached.GetValueOrDefault(what)) >= times, $"{what} happened too rarely to prove anything");

    [Theory]
    [InlineData("TwilioInbound ongoing", 3, 1)]
    [InlineData("TwilioInbound opening", 5, 2)]
    [InlineData("TwilioStatus", 2, 0)]
    [InlineData("SendMessage", 3, 1)]
    [InlineData("Send", 3, 0)]
    [InlineData("Route assigning", 8, 1)] // six, and a look in vain at who would be next
    public void Where_nothing_goes_wrong_it_costs_what_it_may(string errand, int storage, int bus)
    {
        var bill = Bill.Of(Outcomes.Value).Single(each => each.Name == errand);

        Assert.True(bill.Storage <= storage + Sometimes && bill.Bus <= bus + Sometimes, bill.ToString());
    }
}
