using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Tests.Driver;
using Interactions.Domain.Timers;
using Interactions.Domain.Values;

namespace Interactions.Domain.Tests.Situations;

public sealed class When_those_who_refused_are_asked_again
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(20);
    private static readonly Actor Agent = Actor.Of(The.Agent);

    public static TheoryData<string> Refusing => ["declines", "lets it pass", "hands it on", "lets the customer wait", "could not solve it"];

    [Theory]
    [MemberData(nameof(Refusing))]
    public void It_is_a_while_after_they_refused(string how)
    {
        var story = Refused(how);
        var place = story.Interaction.Place!;

        Assert.Equal([The.Agent], place.Excluded);
        Assert.Equal(story.Now, place.RefusedAt);
        Assert.Contains(new DueTimer(TimerKind.NewRound, story.Now, story.Now + Round), story.Timers);
        Assert.Empty(story.TimersAfter(Round - Second).Facts);
        var result = story.TimersAfter(Second);

        Assert.Equal([nameof(NewRoundStarted)], result.Facts);
        Assert.Equal(Actor.Timer, result.Entries[0].By);
        Assert.Equal(place with { Excluded = [], RefusedAt = null }, story.Interaction.Place);
        Assert.DoesNotContain(story.Timers, timer => timer.Kind == TimerKind.NewRound);
        Assert.Empty(story.FiresTimers().Facts);
    }

    [Fact]
    public void Those_who_look_for_agents_are_told_at_the_same_place()
    {
        var story = Refused("declines");
        var shown = new WaitingPlace(The.Support, 0, The.Beginning, story.Id, story.Conversation.Version);

        var result = story.TimersAfter(Round);

        Assert.Contains(new IndexTouch.Waiting(shown, story.Interaction, story.Conversation.Version), result.Touches);
        Assert.DoesNotContain(nameof(IndexTouch.NoLongerWaiting), result.Touched);
        Assert.Equal(new Wake.Route(The.Support, story.Id, story.Conversation.Version), result.Wake<Wake.Route>());
        Assert.Null(story.On(new MakeOffer(story.Id, The.Support, The.Agent)).Refusal);
    }

    [Fact]
    public void Another_refusal_begins_the_while_anew_and_an_offer_is_not_disturbed_by_it()
    {
        var story = Refused("declines").After(Round - Second).Offered(The.Colleague);

        Assert.Empty(story.TimersAfter(Second + Second).Facts);
        story.Then(new DeclineOffer(story.Id, The.Colleague));

        Assert.Empty(story.TimersAfter(Round - Second).Facts);
        Assert.Equal([nameof(NewRoundStarted)], story.TimersAfter(Second).Facts);
    }

    [Fact]
    public void It_stays_where_it_is_while_somebody_else_could_be_asked()
    {
        var story = Refused("declines", OverflowingWhenRefused);

        Assert.Equal([nameof(NewRoundStarted)], story.TimersAfter(Round).Facts);
        Assert.Equal(The.Support, story.Interaction.Queue);
    }

    [Fact]
    public void It_overflows_when_all_have_refused()
    {
        var story = Refused("declines", OverflowingWhenRefused).Offered(The.Colleague);
        story.Then(new DeclineOffer(story.Id, The.Colleague));

        Assert.Equal([nameof(NewRoundStarted), nameof(Overflowed)], story.TimersAfter(Round).Facts);
        Assert.Equal((The.Billing, 0), (story.Interaction.Queue, story.Interaction.Place!.Excluded.Count));
    }

    [Fact]
    public void At_the_moment_of_the_overflow_the_round_ends_first_and_then_it_moves_once()
    {
        var story = Refused("declines", queue => queue with { OverflowTo = The.Billing, OverflowAfter = Round });

        Assert.Equal([nameof(NewRoundStarted), nameof(Overflowed)], story.TimersAfter(Round).Facts);
        Assert.Equal((The.Billing, story.Now), (story.Interaction.Queue, story.Interaction.Place!.Entered));
    }

    [Fact]
    public void The_queue_says_how_long_that_is()
    {
        var story = Refused("declines", queue => queue with { NewRoundAfter = TimeSpan.FromMinutes(2) });

        Assert.Empty(story.TimersAfter(TimeSpan.FromSeconds(119)).Facts);
        Assert.Equal([nameof(NewRoundStarted)], story.TimersAfter(Second).Facts);
    }

    [Fact]
    public void Where_it_is_not_known_when_they_refused_it_counts_from_when_it_came_to_the_queue()
    {
        var story = Refused("declines");
        var refused = (Phase.Queued)story.Phase;
        var asStoredBefore = story.Interaction with { Phase = refused with { Place = refused.Place with { RefusedAt = null } } };

        Assert.Contains(new DueTimer(TimerKind.NewRound, The.Beginning, The.Beginning + Round), InteractionTimers.Of(asStoredBefore, story.Policy.For(The.Support)));
    }

    [Theory]
    [MemberData(nameof(Refusing))]
    public void Whoever_wants_it_nevertheless_takes_it_at_once(string how)
    {
        var story = Refused(how);

        Assert.Equal([nameof(Claimed)], story.On(new Claim(story.Id, The.Agent)).Facts);
        Assert.Equal(The.Agent, story.Interaction.AssignedTo);
    }

    [Fact]
    public void Saying_no_again_is_nothing_also_while_somebody_else_is_asked()
    {
        var story = Refused("declines");
        Assert.True(story.On(new DeclineOffer(story.Id, The.Agent)).IsNothing);

        story.Offered(The.Colleague);

        Assert.True(story.On(new DeclineOffer(story.Id, The.Agent)).IsNothing);
        Assert.Equal(The.Colleague, story.Interaction.Holder);
    }

    [Fact]
    public void Asked_again_by_a_supervisor_they_say_no_again()
    {
        var story = Refused("declines");
        story.Then(new Assign(The.Supervisor, story.Id, The.Agent, Forced: false));

        Assert.Equal([nameof(OfferDeclined)], story.On(new DeclineOffer(story.Id, The.Agent)).Facts);
        Assert.Equal([The.Agent], story.Interaction.Place!.Excluded);
    }

    private static QueuePolicy OverflowingWhenRefused(QueuePolicy queue) => queue with { OverflowTo = The.Billing };

    private static Story Refused(string how, Func<QueuePolicy, QueuePolicy>? configure = null)
    {
        var story = Given.AWaitingInteraction(queue =>
        {
            var quiet = queue with { FirstResponseTarget = null, RequeueUnresolved = true };
            return configure?.Invoke(quiet) ?? quiet;
        });
        switch (how)
        {
            case "declines":
                story.Offered().Then(new DeclineOffer(story.Id, The.Agent));
                break;
            case "lets it pass":
                story.Offered().TimersAfter(TimeSpan.FromSeconds(30));
                break;
            case "hands it on":
                story.Active().After(Second).Then(new TransferToQueue(Agent, story.Id, The.Support));
                break;
            case "lets the customer wait":
                story.Active().TimersAfter(TimeSpan.FromMinutes(15));
                story.TimersAfter(TimeSpan.FromMinutes(15));
                break;
            default:
                story.Active().After(Second).InWrapUp(Outcome.Unresolved);
                break;
        }

        return story;
    }
}
