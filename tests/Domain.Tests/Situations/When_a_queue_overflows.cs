using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_a_queue_overflows
{
    private readonly Story _story = Given.AWaitingInteraction(queue => queue with
    {
        FirstResponseTarget = null,
        OverflowAfter = TimeSpan.FromMinutes(2),
        OverflowTo = The.Billing,
    });

    [Fact]
    public void It_waits_in_the_other_queue_with_its_seniority()
    {
        Assert.True(_story.TimersAfter(TimeSpan.FromSeconds(119)).IsNothing);
        var result = _story.TimersAfter(TimeSpan.FromSeconds(1));

        Assert.Equal(new Overflowed(The.Support, The.Billing), result.The<Overflowed>());
        Assert.Equal((The.Billing, The.Beginning, _story.Now),
            (_story.Interaction.Queue, _story.Interaction.Place!.Since, _story.Interaction.Place.Entered));
        Assert.Equal(new Wake.Route(The.Billing, _story.Id, 2), result.Wake<Wake.Route>());
        Assert.Contains(new IndexTouch.Waiting(new WaitingPlace(The.Billing, 0, The.Beginning, _story.Id, 2), _story.Interaction, 2), result.Touches);
        Assert.Contains(new IndexTouch.NoLongerWaiting(new WaitingPlace(The.Support, 0, The.Beginning, _story.Id, 1)), result.Touches);
        Assert.True(_story.FiresTimers().IsNothing);
    }

    [Fact]
    public void Whoever_was_excluded_there_is_not_excluded_here()
    {
        _story.Offered();
        _story.On(new DeclineOffer(_story.Id, The.Agent));

        _story.TimersAfter(TimeSpan.FromMinutes(2));

        Assert.Empty(_story.Interaction.Place!.Excluded);
    }

    [Fact]
    public void An_offer_is_not_taken_from_whoever_looks_at_it()
    {
        _story.After(TimeSpan.FromSeconds(110)).Offered();

        _story.TimersAfter(TimeSpan.FromSeconds(15));
        Assert.Equal((Handling.Offered, The.Support), (_story.Interaction.Handling, _story.Interaction.Queue));

        Assert.Equal([nameof(OfferTimedOut), nameof(Overflowed)], _story.TimersAfter(TimeSpan.FromSeconds(15)).Facts);
    }

    [Fact]
    public void Nobody_waits_longer_for_it()
    {
        _story.TimersAfter(TimeSpan.FromMinutes(2));

        _story.TimersAfter(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(2));

        Assert.Equal(InteractionState.ClosedAbandoned, _story.Interaction.State);
    }

    [Fact]
    public void What_somebody_works_on_does_not()
    {
        _story.Active();

        Assert.DoesNotContain(nameof(Overflowed), _story.TimersAfter(TimeSpan.FromMinutes(3)).Facts);
    }
}
