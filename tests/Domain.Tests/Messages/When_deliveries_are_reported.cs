using FsCheck;
using FsCheck.Fluent;
using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using static Interactions.Domain.Messages.DeliveryState;

namespace Interactions.Domain.Tests.Messages;

public sealed class When_deliveries_are_reported
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly MessageSid Sid = MessageSid.Parse("SM1");

    // What came to nothing beats what led up to it, and that it arrived beats everything.
    private static readonly DeliveryState[] Progress =
        [Pending, Submitting, Unknown, Answered, Accepted, Scheduled, Queued, Sending, Sent, Canceled, Failed, Undelivered, Delivered, Read];

    public static TheoryData<DeliveryState, DeliveryState> Pairs
    {
        get
        {
            var pairs = new TheoryData<DeliveryState, DeliveryState>();
            foreach (var from in Enum.GetValues<DeliveryState>())
            {
                foreach (var to in Enum.GetValues<DeliveryState>())
                    pairs.Add(from, to);
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void It_moves_forward_only(DeliveryState from, DeliveryState to)
    {
        var delivery = new Delivery(from, Now, Sid) { Evidence = Evidence.Answer };
        var isForward = Array.IndexOf(Progress, to) > Array.IndexOf(Progress, from);

        var merged = delivery.Merge(new DeliveryReport(Sid, to, ErrorCode: 30003), Now.AddSeconds(1));

        // Why it failed may become known after that it did.
        if (from == to && delivery.HasFailed)
            Assert.Equal(delivery with { ErrorCode = 30003 }, merged);
        else
            Assert.Equal(isForward ? delivery with { State = to, At = Now.AddSeconds(1), ErrorCode = 30003 } : null, merged);
    }

    [Fact]
    public void A_report_that_comes_before_the_sid_was_stored_brings_it()
    {
        var delivery = new Delivery(Submitting, Now);

        Assert.Equal(new Delivery(Sent, Now, Sid) { Evidence = Evidence.Callback }, delivery.Merge(new DeliveryReport(Sid, Sent), Now));
        Assert.Equal(
            new Delivery(Unknown, Now, Sid) { Evidence = Evidence.Callback },
            new Delivery(Unknown, Now).Merge(new DeliveryReport(Sid, Unknown), Now.AddSeconds(1)));
    }

    [Fact]
    public void A_callback_decides_what_nobody_could_find_out()
    {
        var undecided = new Delivery(Unknown, Now) { IsUndecided = true };

        var decided = undecided.Merge(new DeliveryReport(Sid, Delivered), Now.AddHours(1))!;

        Assert.Equal((Delivered, false, Evidence.Callback), (decided.State, decided.IsUndecided, decided.Evidence));
        Assert.False(decided.MayBeResent);
    }

    [Theory]
    [InlineData(Delivered)]
    [InlineData(Undelivered)]
    [InlineData(Failed)]
    [InlineData(Read)]
    public void In_all_orders_of_all_that_is_reported_and_with_each_of_it_twice_it_ends_alike(DeliveryState end)
    {
        DeliveryState[] reports = end == Read ? [Queued, Sending, Sent, Delivered, Read] : [Accepted, Queued, Sending, Sent, end];
        var orders = Permutations(reports).ToList();

        Assert.Equal(120, orders.Count);
        Assert.All(orders, order => Assert.Equal((end, Sid), Told(order)));
        Assert.All(orders, order => Assert.Equal((end, Sid), Told(order.Concat(order.Reverse()))));
        Assert.All(orders, order => Assert.Equal((end, Sid), Told(order.SelectMany(state => new[] { state, state }))));
    }

    [Fact]
    public void That_it_arrived_is_not_taken_back_whichever_is_told_first()
    {
        Assert.Equal(Delivered, Told([Delivered, Undelivered]).Item1);
        Assert.Equal(Delivered, Told([Undelivered, Delivered]).Item1);
    }

    [Fact]
    public void A_report_of_another_message_is_not_ours() =>
        Assert.Null(new Delivery(Sent, Now, Sid).Merge(new DeliveryReport(MessageSid.Parse("SM2"), Delivered), Now));

    [Fact]
    public void Any_order_and_any_repetition_ends_alike()
    {
        var reports =
            from path in Gen.Elements(Progress[4..], [.. Progress[4..9], Undelivered], [Accepted, Queued, Failed], [Scheduled, Canceled])
            from some in Gen.SubListOf(path)
            from repeated in Gen.Elements(path).ArrayOf()
            from order in Gen.Shuffle(some.Concat(repeated.Where(some.Contains)))
            select order;
        Prop.ForAll(Arb.From(reports), order =>
                Assert.Equal(Told(order.OrderBy(state => Array.IndexOf(Progress, state))), Told(order)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
    }

    private static (DeliveryState, MessageSid?) Told(IEnumerable<DeliveryState> reports)
    {
        var delivery = new Delivery(Submitting, Now);
        foreach (var state in reports)
            delivery = delivery.Merge(new DeliveryReport(Sid, state), Now) ?? delivery;
        return (delivery.State, delivery.Sid);
    }

    private static IEnumerable<DeliveryState[]> Permutations(DeliveryState[] states) => states.Length <= 1
        ? [states]
        : states.SelectMany((first, place) => Permutations([.. states[..place], .. states[(place + 1)..]]).Select(rest => (DeliveryState[])[first, .. rest]));
}
