using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Http;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Agents;

/// <summary>
/// Reads a conversation's log in pieces. Its sequences have no gaps, so any piece is a range of keys; how many a request looks
/// at is bounded, and where it stopped it says how to go on.
/// </summary>
internal sealed class LogReader(ConversationStore conversations)
{
    private const int Piece = 200;
    private const int MostLookedAt = 2000;

    /// <summary>One interaction's entries, the oldest first. Others of the same customer may lie between them.</summary>
    public async Task<Page<LogEntryView>> ReadAsync(Records.Found of, long from, int limit, CancellationToken cancellationToken)
    {
        var (interaction, customer) = (of.Interaction, of.Conversation.Profile?.Address);
        var (found, next) = (new List<LogEntryView>(), Math.Max(from, interaction.FirstSequence));
        var end = Math.Min(interaction.LastSequence, next + MostLookedAt - 1);
        while (next <= end && found.Count < limit)
        {
            var to = Math.Min(end, next + Piece - 1);
            foreach (var entry in await conversations.ReadLogAsync(interaction.Id.Profile, next, to, cancellationToken))
            {
                if (found.Count == limit)
                    break;
                next = entry.Sequence + 1;
                if (entry.Interaction == interaction.Id)
                    found.Add(LogEntryView.Of(entry, customer));
            }

            if (found.Count < limit)
                next = to + 1;
        }

        return new(found, next <= interaction.LastSequence ? LogPlace.Of(next) : null);
    }

    /// <summary>Everything ever exchanged, the newest first, or what of it holds a text.</summary>
    public async Task<LogPage> ReadBackwardsAsync(
        Conversation conversation, long before, int limit, string? text, Readable readable, CancellationToken cancellationToken)
    {
        var (found, end) = (new List<LogEntryView>(), before - 1);
        var start = Math.Max(1, before - MostLookedAt);
        while (end >= start && found.Count < limit)
        {
            var from = Math.Max(start, end - (text is null && readable.IsAll ? limit - found.Count : Piece) + 1);
            var piece = await conversations.ReadLogAsync(conversation.Id, from, end, cancellationToken);
            foreach (var entry in piece.Reverse())
            {
                if (found.Count == limit)
                    break;
                end = entry.Sequence - 1;
                if ((text is null || Holds(entry.Fact, text)) && await readable.IsAsync(entry, cancellationToken))
                    found.Add(LogEntryView.Of(entry, conversation.Profile?.Address));
            }

            if (found.Count < limit)
                end = from - 1;
        }

        return new(found, end >= 1 ? end + 1 : null);
    }

    private static bool Holds(Fact fact, string text) => fact switch
    {
        MessageReceived received => received.Message.Text.Contains(text, StringComparison.OrdinalIgnoreCase),
        MessageSent sent => sent.Message.Text.Contains(text, StringComparison.OrdinalIgnoreCase),
        NoteAdded note => note.Text.Contains(text, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
