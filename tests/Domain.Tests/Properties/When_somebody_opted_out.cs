using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;

namespace Interactions.Domain.Tests.Properties;

public sealed class When_somebody_opted_out
{
    [Fact]
    public void Nothing_is_sent_to_them_any_more() => Always.Holds(world =>
        Assert.All(world.Result.Entries.Where(entry => entry.Fact is MessageSent { To: null }), entry =>
            Assert.False(world.Conversation.HasOptedOutOf(entry.Line!.Value))));

    [Fact]
    public void Not_even_by_handing_them_over_to_themselves() => Always.Holds(world =>
        Assert.All(world.Result.Entries.Where(entry => entry.Fact is MessageSent { To: { } to } && to == The.Customer), entry =>
            Assert.False(world.Conversation.HasOptedOutOf(entry.Line!.Value))));

    [Fact]
    public void What_is_sent_is_woken_for_once_and_what_answers_a_webhook_never() => Always.Holds(world =>
        Assert.Equal(
            world.Result.Entries.Where(entry => entry.Fact is MessageSent { Delivery.State: DeliveryState.Pending }).Select(entry => entry.Sequence),
            world.Result.Wakes.OfType<Wake.Send>().Select(wake => wake.Sequence)));

    [Fact]
    public void Each_automatic_text_is_sent_at_most_once_for_an_interaction() => Always.Holds(world =>
        Assert.Distinct(world.Log
            .Where(entry => entry.Fact is MessageSent { Automatic: not null, To: null })
            .Select(entry => (entry.Interaction, ((MessageSent)entry.Fact).Automatic))));
}
