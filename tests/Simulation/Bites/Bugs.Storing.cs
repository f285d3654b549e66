namespace Interactions.Simulation.Bites;

internal static partial class Bugs
{
    private const string Loop = "src/Functions/Commit/CommitLoop.cs";
    private const string Rows = "src/Functions/Storage/ConversationRows.cs";
    private const string Store = "src/Functions/Storage/ConversationStore.cs";

    private static Edit HeadWithoutIfMatch => new(
        Rows,
        """
                if (loaded.ETag is { } etag)
                    batch.Replace(Head(change.Conversation), etag);
        """,
        """
                if (loaded.ETag is not null)
                    batch.Put(Head(change.Conversation));
        """);

    private static IEnumerable<Bug> OfStoring =>
    [
        new(
            "marker-after-commit",
            "What tells that a message is here already is written after the message, and not with it.",
            new Edit(
                Rows,
                """
                        else if (change.Receipt is { } receipt)
                            batch.Add(JsonRow.Of(Keys.Marker(profile, receipt.Name), receipt.Answers, StorageJson.Types.ImmutableArrayInt64));

                """,
                ""),
            new Edit(
                Store,
                """
                        return submission switch
                        {
                """,
                """
                        if (submission is Submission.Written && request is null && change.Receipt is { } receipt)
                        {
                            await _table.AddAsync(
                                JsonRow.Of(Keys.Marker(change.Conversation.Id, receipt.Name), receipt.Answers, StorageJson.Types.ImmutableArrayInt64),
                                cancellationToken);
                        }

                        return submission switch
                        {
                """),
            new Edit(Store, "            Submission.Refused { Position: 0 } when change.Receipt is not null => CommitOutcome.Duplicate,\n", "")),
        new(
            "wake-after-commit",
            "Everybody who has to act on a change is told of it after it is stored, and not before.",
            new Edit(Loop, "        await announcer.AnnounceAsync(changed, work.Command.By, cancellationToken);\n", ""),
            new Edit(
                Loop,
                "            case CommitOutcome.Committed:\n",
                """
                            case CommitOutcome.Committed:
                                await announcer.AnnounceAsync(changed, work.Command.By, cancellationToken);

                """)),
        new("no-if-match", "A conversation's head is written whatever is there by then.", HeadWithoutIfMatch),
        new(
            "sequence-reused",
            "Two who write at once give their entries the same place in the log, and the later one counts.",
            HeadWithoutIfMatch,
            new Edit(Rows, "            batch.Add(Of(profile, entry));\n", "            batch.Put(Of(profile, entry));\n")),
        new(
            "number-put-back",
            "The number of an interaction goes back to those that are free although it was given.",
            new Edit(Loop, "        number.IsSpent = changed.Touches.Any(touch => touch is IndexTouch.Numbered);\n", "")),
        new(
            "closed-anew",
            "Whoever describes a closed record late counts as the one who closed it.",
            new Edit(
                "src/Domain/Interactions/Lifecycle.Records.cs",
                "        draft.Amend(amended);\n",
                "        draft.Amend(amended with { ClosedAt = draft.Now, ClosedBy = draft.By });\n")),
        new(
            "late-without-marker",
            "A message that no webhook brought is taken in without noting that it is here.",
            new Edit(
                "src/Domain/Interactions/Command.cs",
                "    public override string Receipt => Message.Sid.Value;\n",
                "    public override string? Receipt => CameAt is null ? Message.Sid.Value : base.Receipt;\n"),
            new Edit(
                "src/Functions/Webhooks/Intake.cs",
                "changed.Receipt!.Answers.Contains(entry.Sequence)",
                "changed.Receipt?.Answers.Contains(entry.Sequence) == true")),
    ];
}
