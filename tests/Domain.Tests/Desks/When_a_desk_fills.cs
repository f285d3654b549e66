using Interactions.Domain.Desks;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Tests.Driver;

namespace Interactions.Domain.Tests.Desks;

public sealed class When_a_desk_fills
{
    private static readonly DateTimeOffset Now = The.Beginning;
    private static readonly DateTimeOffset Later = Now.AddMinutes(5);

    private static readonly Policy Policy = Configured.With() with
    {
        Agents = Configured.Agents(new AgentPolicy { Id = The.Agent, Capacity = new Slots(Messaging: 2, Phone: 1) }),
    };

    private static readonly Desk Ready = Desk.Of(The.Agent).Is(Presence.Ready, Now);

    [Fact]
    public void At_first_it_is_empty_and_nobody_is_there()
    {
        var desk = Desk.Of(The.Agent);

        Assert.Equal((The.Agent, Presence.Offline, 0, 0L), (desk.Agent, desk.Presence, desk.Load.Total, desk.Version));
        Assert.Null(desk.Capacity);
        Assert.Empty(desk.Shown);
        Assert.False(desk.IsFree(Policy));
    }

    [Fact]
    public void Taking_and_getting_rid_of_something_counts_it_and_the_time_since_which_they_idle()
    {
        var one = Ready.Takes(InteractionType.Messaging, Later);
        Assert.Equal((1, 1, Later, 2L), (one.Load.Messaging, one.Load.Total, one.IdleSince, one.Version));

        var none = one.GetsRidOf(InteractionType.Messaging, Later.AddMinutes(1));
        Assert.Equal((0, Later.AddMinutes(1), 3L), (none.Load.Total, none.IdleSince, none.Version));
        Assert.Equal((Presence.Ready, Now), (none.Presence, none.Since));
    }

    [Fact]
    public void It_never_has_less_than_nothing()
    {
        var desk = Ready.Takes(InteractionType.Phone, Later).GetsRidOf(InteractionType.Messaging, Later).GetsRidOf(InteractionType.Messaging, Later);

        Assert.Equal(new Slots(Phone: 1), desk.Load);
    }

    [Fact]
    public void There_is_room_up_to_what_is_configured_for_each_type()
    {
        Assert.True(Ready.HasRoomFor(InteractionType.Messaging, Policy));
        Assert.False(Ready.HasRoomFor(InteractionType.Voicemail, Policy));

        var full = Ready.Takes(InteractionType.Messaging, Now).Takes(InteractionType.Messaging, Now);
        Assert.False(full.HasRoomFor(InteractionType.Messaging, Policy));
        Assert.True(full.HasRoomFor(InteractionType.Phone, Policy));

        var over = full.Takes(InteractionType.Messaging, Now);
        Assert.False(over.GetsRidOf(InteractionType.Messaging, Now).HasRoomFor(InteractionType.Messaging, Policy));
    }

    [Fact]
    public void Of_whom_nothing_is_configured_the_usual_is_expected()
    {
        var stranger = Desk.Of(The.Stranger);

        Assert.Equal(Slots.Usual, stranger.CapacityBy(Policy));
        Assert.Equal(new Slots(Messaging: 2, Phone: 1), Ready.CapacityBy(Policy));
    }

    [Fact]
    public void They_are_free_as_long_as_anything_at_all_could_be_offered()
    {
        var texting = Ready.Takes(InteractionType.Messaging, Now).Takes(InteractionType.Messaging, Now);

        Assert.True(Ready.IsFree(Policy));
        Assert.True(texting.IsFree(Policy));
        Assert.False(texting.Takes(InteractionType.Phone, Now).IsFree(Policy));
        Assert.False(Ready.Can(Slots.None).IsFree(Policy));
        Assert.False(Ready.Is(Presence.NotReady, Later).IsFree(Policy));
    }

    [Fact]
    public void Coming_back_begins_to_idle_and_going_away_does_not()
    {
        var away = Ready.Is(Presence.NotReady, Later);
        Assert.Equal((Presence.NotReady, Later, Now, 2L), (away.Presence, away.Since, away.IdleSince, away.Version));

        var back = away.Is(Presence.Ready, Later.AddMinutes(1));
        Assert.Equal((Presence.Ready, Later.AddMinutes(1), Later.AddMinutes(1), 3L), (back.Presence, back.Since, back.IdleSince, back.Version));
    }

    [Fact]
    public void Saying_the_same_again_changes_nothing()
    {
        var desk = Ready.Can(new Slots(Messaging: 5));

        Assert.Same(desk, desk.Is(Presence.Ready, Later));
        Assert.Same(desk, desk.Can(new Slots(Messaging: 5)));
        Assert.Equal(desk.Version + 1, desk.Can(null).Version);
    }

    [Fact]
    public void Where_they_stand_is_how_much_they_have_and_since_when_they_idle()
    {
        var desk = Ready.Takes(InteractionType.Messaging, Later).Takes(InteractionType.Phone, Later.AddSeconds(1));

        Assert.Equal(new Standing(2, Later.AddSeconds(1)), desk.Standing);
    }
}
