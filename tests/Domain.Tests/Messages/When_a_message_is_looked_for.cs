using Interactions.Domain.Messages;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Messages;

/// <summary>Nobody answered when a message was to be sent; the provider's list of what it sent to the customer is at hand.</summary>
public sealed class When_a_message_is_looked_for
{
    private static readonly DateTimeOffset AskedAt = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly OutboundMessage Message = new("It’s on its way – see you…", []);
    private static readonly HashSet<MessageSid> Known = [MessageSid.Parse("SMknown")];

    [Fact]
    public void An_empty_list_shows_that_it_was_never_taken() => Assert.IsType<Reconciliation.Absent>(Find());

    [Fact]
    public void The_same_text_since_then_is_it()
    {
        var found = Assert.IsType<Reconciliation.Present>(Find(Listed("SM1") with { State = DeliveryState.Undelivered, ErrorCode = 30003, Segments = 2 }));

        Assert.Equal(new DeliveryReport(MessageSid.Parse("SM1"), DeliveryState.Undelivered, 30003, 2), found.Report);
    }

    [Theory]
    [InlineData("It's on its way - see you...")]
    [InlineData(" It’s on its way – see you… ")]
    public void It_is_recognised_as_the_provider_may_have_written_it(string text) =>
        Assert.IsType<Reconciliation.Present>(Find(Listed("SM1", text)));

    [Fact]
    public void Of_several_the_first_is_it() =>
        Assert.Equal("SM2", Assert.IsType<Reconciliation.Present>(Find(Listed("SM1", after: 9), Listed("SM2", after: 1))).Report.Sid.Value);

    [Fact]
    public void What_was_sent_before_or_by_us_otherwise_is_not_it() =>
        Assert.IsType<Reconciliation.Absent>(Find(Listed("SMknown"), Listed("SMold", after: -61)));

    [Fact]
    public void Clocks_may_differ_a_little() => Assert.IsType<Reconciliation.Present>(Find(Listed("SM1", after: -59)));

    [Theory]
    [InlineData("Something else", 0)]
    [InlineData("It’s on its way – see you…", 1)]
    public void Something_unknown_that_is_not_it_leaves_it_in_doubt(string text, int media) =>
        Assert.IsType<Reconciliation.Doubtful>(Find(Listed("SM1", text) with { Media = media }));

    [Fact]
    public void The_same_text_by_another_sender_leaves_it_in_doubt() =>
        Assert.IsType<Reconciliation.Doubtful>(Find(Listed("SM1") with { IsBySameSender = false }));

    [Fact]
    public void To_somebody_whom_many_are_handed_over_to_the_same_text_proves_nothing()
    {
        Assert.IsType<Reconciliation.Doubtful>(Reconciliation.Of(Message, AskedAt, [Listed("SM1")], Known, isToCustomer: false));
        Assert.IsType<Reconciliation.Absent>(Reconciliation.Of(Message, AskedAt, [], Known, isToCustomer: false));
    }

    [Fact]
    public void What_became_of_a_template_is_not_recognised()
    {
        var template = new OutboundMessage("", []) { Template = new Template("HX1", System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty) };

        Assert.IsType<Reconciliation.Doubtful>(Reconciliation.Of(template, AskedAt, [Listed("SM1", "")], Known));
        Assert.IsType<Reconciliation.Absent>(Reconciliation.Of(template, AskedAt, [], Known));
    }

    private static Reconciliation Find(params ProviderMessage[] listed) => Reconciliation.Of(Message, AskedAt, listed, Known);

    private static ProviderMessage Listed(string sid, string? text = null, int after = 1) =>
        new(MessageSid.Parse(sid), text ?? Message.Text, 0, AskedAt.AddSeconds(after), IsBySameSender: true, DeliveryState.Sent);
}
