using System.Collections.Immutable;
using Interactions.Domain.Policies;
using Interactions.Domain.Timers;

namespace Interactions.Domain.Interactions;

/// <summary>
/// Works out what follows from a change by comparing before and after, so that no rule can forget to wake somebody, to arm a
/// timer or to keep an index true.
/// </summary>
internal static class Consequences
{
    // With no timer in sight somebody looks nevertheless, now and then: more often where an agent works, of which there are only so many.
    private static readonly TimeSpan Horizon = TimeSpan.FromHours(6);

    private static readonly TimeSpan HorizonOfWork = TimeSpan.FromMinutes(15);

    public static Decision Of(Draft draft)
    {
        if (draft.Conversation == draft.Before && draft.Moved is null)
            return new Decision.Nothing([]);

        var version = draft.Before.Version + 1;
        var wakes = ImmutableArray.CreateBuilder<Wake>();
        var touches = ImmutableArray.CreateBuilder<IndexTouch>();
        foreach (var wake in draft.ToSend)
            wakes.Add(wake with { Version = version });

        var open = ImmutableArray.CreateBuilder<Interaction>();
        var closed = ImmutableArray.CreateBuilder<Interaction>();
        foreach (var interaction in draft.Conversation.Active)
        {
            var before = draft.Before.Find(interaction.Id);
            var isAsItWas = ReferenceEquals(before, interaction) && draft.Entries.All(entry => entry.Interaction != interaction.Id);
            var after = isAsItWas ? interaction : Follow(draft, before, interaction, version, wakes, touches);
            (after.IsClosed ? closed : open).Add(after);
        }

        if (draft.Conversation.Profile?.User is { } user && user != draft.Before.Profile?.User)
            touches.Add(new IndexTouch.UserOf(draft.Conversation.Id, user));

        // What is closed later says itself when that was.
        if (open.Count == 0 && draft.Entries.Any(entry => entry.Interaction is null && entry.Fact is not ProfileErased))
            touches.Add(new IndexTouch.Heard(draft.Conversation.Id, draft.Now));

        var amended = draft.Amended is { } rewritten ? WithItsLog(draft, rewritten) : null;
        if (amended is not null && !amended.LooksLikeInHistory(draft.Closed!))
            touches.Add(new IndexTouch.History(amended));

        var conversation = draft.Conversation with
        {
            Version = version,
            Active = open.ToImmutable(),
            LastClosed = Remember(draft.Conversation.LastClosed, closed),
        };
        return new Decision.Changed(
            draft.Receipt is { } receipt ? conversation.With(receipt) : conversation,
            draft.Entries,
            closed.ToImmutable(),
            wakes.ToImmutable(),
            touches.ToImmutable())
        {
            Amended = amended,
            Moved = draft.Moved,
            Task = draft.Task,
            Receipt = draft.Receipt,
        };
    }

    private static Interaction Follow(
        Draft draft,
        Interaction? before,
        Interaction after,
        long version,
        ImmutableArray<Wake>.Builder wakes,
        ImmutableArray<IndexTouch>.Builder touches)
    {
        after = WithItsLog(draft, after) with { ChangedAt = draft.Now };
        var policy = draft.PolicyOf(after);
        after = InteractionTimers.WithoutPast(after, policy);
        after = TakePlace(before, after, version);
        after = Arm(after, policy, draft.Now, version, wakes);
        if (NeedsRouting(before, after))
            wakes.Add(new Wake.Route(after.Queue, after.Id, version, after.Type));

        if (before is null)
            touches.Add(new IndexTouch.Numbered(after.Number, after.Id));
        after = ShowAsActive(before, after, policy, draft.Now, version, touches);
        ShowAsWaiting(before, after, version, touches);
        Desking.Follow(draft, before, after, version, wakes, touches);
        return after;
    }

    private static Interaction WithItsLog(Draft draft, Interaction interaction)
    {
        var said = draft.Entries.Where(entry => entry.Interaction == interaction.Id).ToList();
        return said.Count == 0
            ? interaction
            : interaction with { LastSequence = said[^1].Sequence, Tally = said.Aggregate(interaction.Tally, (tally, entry) => tally.With(entry)) };
    }

    private static Interaction TakePlace(Interaction? before, Interaction after, long version)
    {
        if (after.Phase is not Phase.Queued queued || (before?.Phase is Phase.Queued && WaitingPlace.Of(before) == WaitingPlace.Of(after)))
            return after;
        return after with { Phase = queued with { Place = queued.Place with { Version = version } } };
    }

    // One is armed only where those under way would come too late, or should have come. Nothing on the bus is cancelled: those that are
    // overtaken by a sooner one stay known, and count again once that has come.
    private static Interaction Arm(Interaction after, QueuePolicy policy, DateTimeOffset now, long version, ImmutableArray<Wake>.Builder wakes)
    {
        if (InteractionTimers.Next(after, policy) is not { } next || (after.WakeAt > now && after.WakeAt <= next.Due))
            return after;

        after = after.WithoutWakesUntil(now);
        if (after.WakeAt <= next.Due)
            return after;
        wakes.Add(new Wake.Timeout(after.Id, next.Due, version));
        return after.WithWakeAt(next.Due);
    }

    private static bool NeedsRouting(Interaction? before, Interaction after) =>
        after.Phase is Phase.Queued
        && (before?.Phase is not Phase.Queued || before.Queue != after.Queue || !before.LooksLikeInQueue(after));

    private static Interaction ShowAsActive(
        Interaction? before, Interaction after, QueuePolicy policy, DateTimeOffset now, long version, ImmutableArray<IndexTouch>.Builder touches)
    {
        if (after.IsClosed)
        {
            touches.Add(new IndexTouch.History(after));
            touches.Add(new IndexTouch.NoLongerActive(after.Id));
            return after;
        }

        // When an offer ends stands on the desk of whoever is asked.
        var next = InteractionTimers.NextBesidesOffer(after, policy)?.Due;
        if (before is not null && before.LooksLike(after) && after.CheckBy is { } by && !(next < by))
            return after;

        after = after with { CheckBy = Earlier(next, now + (after.Phase is Phase.Active ? WhileAtWork(policy.SilenceAfter) : Horizon)) };
        touches.Add(new IndexTouch.Active(after, version));
        return after;
    }

    private static void ShowAsWaiting(Interaction? before, Interaction after, long version, ImmutableArray<IndexTouch>.Builder touches)
    {
        var was = WaitingPlace.Of(before);
        var now = WaitingPlace.Of(after);
        if (was == now && (now is null || before!.LooksLikeInQueue(after)))
            return;
        if (now is not null)
            touches.Add(new IndexTouch.Waiting(now, after, version));
        if (was is not null && was != now)
            touches.Add(new IndexTouch.NoLongerWaiting(was));
    }

    private static ImmutableArray<ClosedSummary> Remember(ImmutableArray<ClosedSummary> known, IEnumerable<Interaction> closed)
    {
        foreach (var interaction in closed)
        {
            known = known.RemoveAll(summary => summary.Line == interaction.Line)
                .Add(new ClosedSummary(interaction.Id, interaction.Line, interaction.Queue, interaction.LastAgent, interaction.ClosedAt!.Value));
        }

        return known;
    }

    // The customer may write, and be forgotten, without anything that is shown.
    private static TimeSpan WhileAtWork(TimeSpan? silence) => silence < HorizonOfWork ? silence.Value : HorizonOfWork;

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) => one < other ? one.Value : other;
}
