namespace Interactions.Simulation.Bites;

internal static partial class Bugs
{
    private static IEnumerable<Bug> OfRouting =>
    [
        new(
            "room-after-offer",
            "Room with an agent is taken after the offer is stored, and not before.",
            new Edit(
                Loop,
                """
                        if (await work.ReserveAsync(changed, reservations, cancellationToken) is { } full)
                            return await GiveBackAsync(work, loaded.Conversation, new Decision.Refused(full));

                """,
                ""),
            new Edit(
                Loop,
                "            case CommitOutcome.Committed:\n",
                """
                            case CommitOutcome.Committed:
                                await work.ReserveAsync(changed, reservations, cancellationToken);

                """)),
        new(
            "room-never-freed",
            "What goes from an agent's desk still counts there.",
            new Edit(
                "src/Functions/Commit/Reservations.cs",
                "            var desk = item.TakesUpRoom ? open.Desk.GetsRidOf(item.ReservedAs, now) : open.Desk;\n            if (freed.Missed)",
                "            var desk = open.Desk;\n            if (freed.Missed)")),
        new(
            "release-forgotten",
            "Nobody is told that an agent has got rid of something.",
            new Edit(
                "src/Domain/Interactions/Desking.cs",
                """
                            touches.Add(new IndexTouch.Frees(had, after.Id, version, missed));
                            wakes.Add(new Wake.Serve(had, after.Id, version, missed));
                """,
                """
                            if (missed)
                                touches.Add(new IndexTouch.Frees(had, after.Id, version, missed));
                """)),
        new(
            "one-too-many",
            "An agent who has as much as they can have is asked once more.",
            new Edit("src/Domain/Desks/Desk.cs", "Load[type] < CapacityBy(policy)[type]", "Load[type] <= CapacityBy(policy)[type]")),
        new(
            "exclusions-cancelled",
            "Whoever declines an offer is asked the same again at once.",
            new Edit(
                "src/Domain/Interactions/Lifecycle.Offers.cs",
                "BackToQueue(draft, interaction, offered.Place.Without(order.Agent, draft.Now));",
                "BackToQueue(draft, interaction, offered.Place);")),
        new(
            "stale-desk-trusted",
            "What has been on a desk for long is taken off it without asking the conversation whose it is.",
            new Edit(
                "src/Functions/Routing/Clearing.cs",
                "        var conversation = (await conversations.LoadAsync(item.Id.Profile, cancellationToken)).Conversation;\n",
                """
                        if (announced is null)
                            return await reservations.FreeAsync(new IndexTouch.Frees(agent, item.Id, item.Version, Missed: false), cancellationToken, item.ETag);
                        var conversation = (await conversations.LoadAsync(item.Id.Profile, cancellationToken)).Conversation;

                """)),
        new(
            "stale-place-trusted",
            "Who is shown as waiting and cannot be offered is taken out of the queue without asking the conversation.",
            new Edit(
                "src/Functions/Routing/Offering.cs",
                "                return await WhyNotAsync(row, cancellationToken);\n",
                """
                                await queues.RemoveAsync(row, cancellationToken);
                                return Asked.Gone;

                """)),
    ];
}
