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
    private static readonly DeliveryState[] Progress = [Pending, Submitting, Unknown, Answered, Accepted, Scheduled, Queued, Sending, Sent, Delivered, Read];
    private static readonly DeliveryState[] Ends = [Failed, Undelivered, Canceled];

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
    public void It_moves_forward_only_and_what_ended_stays_ended(DeliveryState from, DeliveryState to)
    {
        var merged = new Delivery(from, Now, Sid).Merge(new DeliveryReport(Sid, to, ErrorCode: 30003), Now.AddSeconds(1));

        Assert.Equal(IsForward(from, to) ? new Delivery(to, Now.AddSeconds(1), Sid, 30003) : null, merged);
    }

    [Fact]
    public void A_report_that_comes_before_the_sid_was_stored_brings_it()
    {
        var delivery = new Delivery(Submitting, Now);

        Assert.Equal(new Delivery(Sent, Now, Sid), delivery.Merge(new DeliveryReport(Sid, Sent), Now));
        Assert.Equal(new Delivery(Unknown, Now, Sid), new Delivery(Unknown, Now).Merge(new DeliveryReport(Sid, Unknown), Now.AddSeconds(1)));
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
                Assert.Equal(Told(order.OrderBy(state => (int)state)), Told(order)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
    }

    private static (DeliveryState, MessageSid?) Told(IEnumerable<DeliveryState> reports)
    {
        var delivery = new Delivery(Submitting, Now);
        foreach (var state in reports)
            delivery = delivery.Merge(new DeliveryReport(Sid, state), Now) ?? delivery;
        return (delivery.State, delivery.Sid);
    }

    private static bool IsForward(DeliveryState from, DeliveryState to)
    {
        if (Ends.Contains(from))
            return false;
        var arrived = from is Delivered or Read;
        return Ends.Contains(to) ? !arrived : Array.IndexOf(Progress, to) > Array.IndexOf(Progress, from);
    }
}
