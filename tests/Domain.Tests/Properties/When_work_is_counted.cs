using Interactions.Domain.Interactions;

namespace Interactions.Domain.Tests.Properties;

public sealed class When_work_is_counted
{
    [Fact]
    public void A_tally_says_what_the_log_says() => Always.Holds(world =>
    {
        foreach (var interaction in world.Conversation.Active.Concat(world.Closed))
        {
            var facts = world.Log.Where(entry => entry.Interaction == interaction.Id).Select(entry => entry.Fact).ToList();
            var tally = interaction.Tally;
            Assert.Equal(facts.OfType<MessageReceived>().Count(), tally.Received);
            Assert.Equal(facts.OfType<OfferMade>().Count(), tally.Offered);
            Assert.Equal(facts.OfType<OfferAccepted>().Count(), tally.Accepted);
            Assert.Equal(facts.OfType<OfferDeclined>().Count(), tally.Declined);
            Assert.Equal(facts.OfType<OfferTimedOut>().Count(), tally.TimedOut);
            Assert.Equal(tally.Offered, tally.Shares.Sum(share => share.Offered));
            Assert.Equal(tally.Sent, tally.Shares.Sum(share => share.Sent));
        }
    });

    [Fact]
    public void All_working_time_is_somebodys() => Always.Holds(world =>
        Assert.All(world.Conversation.Active.Concat(world.Closed), interaction =>
            Assert.Equal(interaction.Duration.Ticks, interaction.Tally.Shares.Sum(share => share.Worked.Ticks))));
}
