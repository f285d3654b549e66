using System.Text.Json;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Desks;
using Interactions.Functions.Storage.Queues;
using Interactions.Functions.Sweep;
using Interactions.Functions.Tests.Driver;
using Interactions.Functions.Tests.Http;

namespace Interactions.Functions.Tests.Sweep;

/// <summary>What shows something that is not so, made on purpose: two sweeps later it is mended, and counted.</summary>
public sealed class When_something_leaked : IAsyncLifetime
{
    private Silence _silence = null!;
    private Team _team = null!;
    private Standing _standing = null!;

    private AgentId Agent => AgentId.Parse(_team.Agents[0]);

    private QueueId Queue => QueueId.Parse(_team.Queue);

    public async Task InitializeAsync()
    {
        _silence = await Silence.OpenAsync();
        _team = await _silence.TeamAsync();
        _standing = new Standing(_silence, _team);
        await _silence.SweepAsync();
    }

    public async Task DisposeAsync() => await _silence.DisposeAsync();

    [Fact]
    public async Task A_reservation_that_nobody_holds_is_given_back()
    {
        await _silence.WaitAsync(_team.Seat(_silence.App).IsAsync("ready"));
        var id = await _standing.WaitsAsync();
        var conversation = await _silence.ConversationAsync(id);
        var offered = conversation.Active[0] with { Phase = new Phase.Offered(Agent, Now, Now.AddSeconds(30), conversation.Active[0].Place!), ChangedAt = Now };
        await _silence.WaitAsync(_silence.Get<Reservations>().TakeAsync(
            new IndexTouch.Reserves(Agent, offered, conversation.Version + 1, MustBeReady: true), null, default));
        Assert.Single((await _silence.DeskAsync(Agent.Value)).Items);

        await IsMendedAsync(Repair.OrphanedRoom);

        // Somebody was free again, and somebody waited.
        await WasOfferedAsync(id);
    }

    [Fact]
    public async Task An_offer_that_was_stored_and_not_cleared_away_waits_no_more()
    {
        await _silence.WaitAsync(_team.Seat(_silence.App).IsAsync("ready"));
        var id = await _standing.WaitsAsync();
        var open = await _silence.InteractionAsync(id);
        await _silence.DoAsync(new MakeOffer(id, Queue, Agent));
        await _silence.WaitAsync(_silence.Get<QueueStore>().ShowAsync(new IndexTouch.Waiting(WaitingPlace.Of(open)!, open, 1), default));

        await IsMendedAsync(Repair.StaleWaiting);
    }

    [Fact]
    public async Task What_was_lost_from_the_list_of_all_that_is_open_is_listed_again()
    {
        var (waiting, held) = (await _standing.WaitsAsync(), await _standing.ActiveAsync());
        foreach (var id in (InteractionId[])[waiting, held])
            await _silence.WaitAsync(_silence.Get<Indexes>().ApplyAsync(new IndexTouch.NoLongerActive(id), default));

        await IsMendedAsync(Repair.MissingActive, 2);
    }

    [Fact]
    public async Task What_was_closed_and_is_still_listed_is_listed_no_more()
    {
        var id = await _standing.ActiveAsync();
        var open = await _silence.ConversationAsync(id);
        await _silence.DoAsync(new End(Actor.Of(Agent), id, Domain.Interactions.Outcome.Resolved) { ShortDescription = "A question" });
        await _silence.DoAsync(new Wrap(Actor.Of(Agent), id, "A question", null));
        await _silence.WaitAsync(_silence.Get<Indexes>().ApplyAsync(new IndexTouch.Active(open.Active[0], open.Version), default));

        await IsMendedAsync(Repair.StaleActive);
    }

    [Fact]
    public async Task A_closing_that_was_shown_and_never_stored_is_no_part_of_history()
    {
        var id = await _standing.ActiveAsync();
        var open = await _silence.InteractionAsync(id);
        var closed = open with { Phase = new Phase.Done(Abandoned: false), ClosedAt = Now, OpenedFor = UserId.Parse("u-1") };
        await _silence.WaitAsync(_silence.Get<Indexes>().ApplyAsync(new IndexTouch.History(closed), default));

        await IsMendedAsync(Repair.StaleHistory);

        var history = await _silence.WaitAsync(_silence.Get<Indexes>().UserHistoryAsync(UserId.Parse("u-1"), 10, null, default));
        Assert.Empty(history.Items);
    }

    [Fact]
    public async Task A_reservation_that_is_made_anew_while_the_sweep_looks_is_not_taken_for_the_old_one()
    {
        await _silence.WaitAsync(_team.Seat(_silence.App).IsAsync("ready"));
        var id = await _standing.WaitsAsync();
        var conversation = await _silence.ConversationAsync(id);
        var offered = conversation.Active[0] with { Phase = new Phase.Offered(Agent, Now, Now.AddSeconds(30), conversation.Active[0].Place!), ChangedAt = Now };
        var reserves = new IndexTouch.Reserves(Agent, offered, conversation.Version + 1, MustBeReady: true);
        await _silence.WaitAsync(_silence.Get<Reservations>().TakeAsync(reserves, null, default));
        var read = (await _silence.DeskAsync(Agent.Value)).Items.Single();

        await _silence.WaitAsync(_silence.Get<Reservations>().TakeAsync(reserves, null, default));
        var isFreed = await _silence.WaitAsync(_silence.Get<Reservations>().FreeAsync(
            new IndexTouch.Frees(Agent, id, read.Version, Missed: false), default, read.ETag));

        Assert.False(isFreed);
        Assert.Single((await _silence.DeskAsync(Agent.Value)).Items);
    }

    [Fact]
    public async Task Whoever_is_shown_as_waiting_after_they_were_helped_is_shown_no_more()
    {
        var id = await _standing.WaitsAsync();
        var open = await _silence.InteractionAsync(id);
        await _silence.DoAsync(new Claim(id, Agent));
        await _silence.DoAsync(new End(Actor.Of(Agent), id, Domain.Interactions.Outcome.Resolved) { ShortDescription = "A question" });
        await _silence.DoAsync(new Wrap(Actor.Of(Agent), id, "A question", null));
        await _silence.WaitAsync(_silence.Get<QueueStore>().ShowAsync(new IndexTouch.Waiting(WaitingPlace.Of(open)!, open, 1), default));

        await IsMendedAsync(Repair.StaleWaiting);
    }

    [Fact]
    public async Task Whoever_waits_and_is_not_shown_is_shown_again()
    {
        var id = await _standing.WaitsAsync();
        var place = WaitingPlace.Of(await _silence.InteractionAsync(id))!;
        await _silence.WaitAsync(_silence.Get<QueueStore>().MoveAsync(Queue, [place], null, default));

        await IsMendedAsync(Repair.MissingWaiting);
    }

    [Fact]
    public async Task What_is_an_agents_and_got_lost_from_their_desk_is_back_on_it()
    {
        var id = await _standing.ActiveAsync();
        await _silence.WaitAsync(_silence.Get<Reservations>().FreeAsync(new IndexTouch.Frees(Agent, id, 1000, Missed: false), default));

        await IsMendedAsync(Repair.MissingRoom);

        Assert.Equal(1, await _silence.WaitAsync(_team.Seat(_silence.App).LoadAsync()));
    }

    [Fact]
    public async Task A_desk_that_shows_something_otherwise_than_it_is_is_set_right()
    {
        var id = await _standing.ActiveAsync();
        var active = await _silence.ConversationAsync(id);
        await _silence.DoAsync(new Hold(Actor.Of(Agent), id, StateReason.WaitingOnCustomer));
        await _silence.WaitAsync(_silence.Get<DeskStore>().ShowAsync(new IndexTouch.Inbox(Agent, active.Active[0], active.Version), default));

        await IsMendedAsync(Repair.OutdatedDesk);
    }

    [Fact]
    public async Task An_agent_who_is_free_and_not_shown_gets_what_waits()
    {
        var id = await _standing.WaitsAsync();
        await _silence.WaitAsync(_team.Seat(_silence.App).IsAsync("ready"));
        Assert.Equal(Handling.Queued, (await _silence.InteractionAsync(id)).Handling);

        await IsMendedAsync(Repair.UnseenAgent);

        await WasOfferedAsync(id);
    }

    [Fact]
    public async Task Whoever_waits_while_somebody_is_shown_as_free_gets_them()
    {
        await _silence.WaitAsync(_team.Seat(_silence.App).IsAsync("ready"));
        await _silence.PassAsync(minutes: 1);
        var id = await _standing.WaitsAsync();

        await IsMendedAsync(Repair.Unrouted);

        await WasOfferedAsync(id);
    }

    [Fact]
    public async Task A_list_that_tells_a_wrong_time_to_look_is_set_right_when_that_comes()
    {
        var id = await _standing.WaitsAsync();
        var conversation = await _silence.ConversationAsync(id);
        await _silence.WaitAsync(_silence.Get<Indexes>().ApplyAsync(
            new IndexTouch.Active(conversation.Active[0] with { CheckBy = Now }, conversation.Version), default));

        await IsMendedAsync(Repair.OutdatedActive);
    }

    private async Task WasOfferedAsync(InteractionId id)
    {
        var log = await _silence.WaitAsync(_silence.Get<ConversationStore>().ReadLogAsync(id.Profile, 1, long.MaxValue, default));
        Assert.Equal(Agent, Assert.Single(log.Select(entry => entry.Fact).OfType<OfferMade>()).Agent);
    }

    // Counted once, shown to whoever operates it, and nothing of it is left.
    private async Task IsMendedAsync(Repair kind, int count = 1)
    {
        await _silence.PassAsync(minutes: 2);

        Assert.Empty(await _silence.DisagreementsAsync());
        var repaired = (await _silence.WaitAsync(_silence.Get<SweepStore>().FindAsync(default)))!.Repaired;
        var name = JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
        Assert.Equal(count, repaired.GetValueOrDefault(name));
        var ready = await _silence.WaitAsync(_silence.App.GetAsync("/api/ready"));
        Assert.Equal(count, (int)ready["sweep"]!["repaired"]![name]!);

        var before = repaired.Remove("overdue");
        await _silence.PassAsync(minutes: 1);
        Assert.Equal(before, (await _silence.WaitAsync(_silence.Get<SweepStore>().FindAsync(default)))!.Repaired.Remove("overdue"));
    }

    private DateTimeOffset Now => _silence.Clock.GetUtcNow();
}
