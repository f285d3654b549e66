namespace Interactions.Simulation.Bites;

internal static partial class Bugs
{
    private static IEnumerable<Bug> OfSending =>
    [
        new(
            "blind-resend",
            "A message is sent again when it is not known whether it went out.",
            new Edit(
                "src/Functions/Outbound/Outcomes.cs",
                """
                                Metrics.Unknown.Add(1);
                                return await NoteAsync(trail, asked, delivery.Lose(now + SendingTimes.NextLook(TimeSpan.Zero), now), cancellationToken);
                """,
                """
                                return await NoteAsync(trail, asked, delivery.PutOff(now + Pause(delivery), errorCode: null, now), cancellationToken);
                """)),
        new(
            "asked-before-noted",
            "That the carrier is asked to send a message is noted after it was asked.",
            new Edit(
                "src/Functions/Outbound/Submitting.cs",
                """
                        if (await deliveries.NoteAsync(trail.Profile, message, message.Sent.Delivery.Ask(askedAt), cancellationToken) is not { } asked)
                            return Turn.Again;

                        // Where that took long, somebody else may be looking for it already.
                        if (clock.GetUtcNow() - askedAt > SendingTimes.Start)
                            return Turn.Later(askedAt + SendingTimes.Lease);

                        var answer = await AskAsync(trail, message, sender, recipient);
                """,
                """
                        var answer = await AskAsync(trail, message, sender, recipient);
                        if (await deliveries.NoteAsync(trail.Profile, message, message.Sent.Delivery.Ask(askedAt), cancellationToken) is not { } asked)
                            return Turn.Again;

                """)),
        new(
            "list-believed-at-once",
            "A message counts as never sent as soon as the carrier's list does not show it, however young it is.",
            new Edit(
                "src/Functions/Outbound/Searching.cs",
                "case Reconciliation.Absent when since >= SendingTimes.Settled && delivery.MayBeProvenAbsent:",
                "case Reconciliation.Absent when delivery.MayBeProvenAbsent:")),
        new(
            "status-overwritten",
            "What the carrier says last of a message counts, and not what is furthest.",
            new Edit("src/Domain/Messages/Delivery.cs", "        if (Rank(report.State) > Rank(State))\n", "        if (report.State != State)\n")),
        new(
            "stop-not-looked-at",
            "Nobody looks before a message goes out whether the customer has said STOP since it was written.",
            new Edit(
                "src/Domain/Messages/LastLook.cs",
                """
                        if (message.To is null && HasOptedOut(entry.Line, after))
                            return new Verdict.Never(NotSent.OptedOut);

                """,
                "")),
        new(
            "stop-not-known",
            "An agent may write to a customer who has said STOP.",
            new Edit(
                "src/Domain/Interactions/Lifecycle.Writing.cs",
                """
                        if (draft.Conversation.HasOptedOutOf(line))
                            return Refusal.OptedOut;

                """,
                "")),
        new(
            "out-of-turn",
            "A message does not wait for those that were written to the customer before it.",
            new Edit(
                "src/Functions/Outbound/Sending.cs",
                "var (first, from) = await trail.FirstUnderWayAsync(message, cancellationToken);",
                "var (first, from) = (message, trail);")),
    ];
}
