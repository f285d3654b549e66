using System.Collections.Immutable;
using Interactions.Domain.Values;

namespace Interactions.Domain.Interactions;

/// <summary>What a change means for the desks of the agents it comes to and goes from.</summary>
internal static class Desking
{
    public static void Follow(
        Draft draft,
        Interaction? before,
        Interaction after,
        long version,
        ImmutableArray<Wake>.Builder wakes,
        ImmutableArray<IndexTouch>.Builder touches)
    {
        if (after.Holder is { } holder)
        {
            if (before?.Holder != holder)
                touches.Add(new IndexTouch.Reserves(holder, after, version, MustBeReady: WasAsked(draft, after.Id, holder)));
            else
                Show(before, after, holder, version, wakes, touches);
        }

        if (before?.Holder is { } had && after.Holder != had)
        {
            var missed = HasMissed(draft, after.Id, had);
            touches.Add(new IndexTouch.Frees(had, after.Id, version, missed));
            wakes.Add(new Wake.Serve(had, after.Id, version, missed));
        }
    }

    private static void Show(
        Interaction before,
        Interaction after,
        AgentId holder,
        long version,
        ImmutableArray<Wake>.Builder wakes,
        ImmutableArray<IndexTouch>.Builder touches)
    {
        if (!before.LooksLikeInInbox(after))
            touches.Add(new IndexTouch.Inbox(holder, after, version));

        var takesUpRoom = after.TakesUpRoom();
        if (takesUpRoom == before.TakesUpRoom())
            return;
        touches.Add(new IndexTouch.Counts(holder, after.Id, version, takesUpRoom));
        if (!takesUpRoom)
            wakes.Add(new Wake.Serve(holder, after.Id, version));
    }

    private static bool WasAsked(Draft draft, InteractionId about, AgentId agent) =>
        draft.Entries.Any(entry => entry.Interaction == about && entry.Fact is OfferMade made && made.Agent == agent);

    private static bool HasMissed(Draft draft, InteractionId about, AgentId agent) =>
        draft.Entries.Any(entry => entry.Interaction == about && entry.Fact is OfferTimedOut { NotReady: true } missed && missed.Agent == agent);
}
