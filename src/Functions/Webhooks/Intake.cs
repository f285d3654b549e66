using Interactions.Domain.Interactions;
using Interactions.Domain.Messages;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Configuration;
using Interactions.Functions.Users;

namespace Interactions.Functions.Webhooks;

/// <summary>Makes a customer's message part of a conversation, and says what to answer.</summary>
internal sealed class Intake(CommitLoop loop, ConversationStore conversations, PolicySource policies, StatusAddress callbacks, ProfileLinks links)
{
    /// <summary>The parameter that names the service whose number was written to.</summary>
    public const string MessagingService = "MessagingServiceSid";

    /// <summary>What there is to answer, the same for a repetition; null where no line has that number.</summary>
    public async Task<Taken?> TakeAsync(InboundMessage message, DateTimeOffset? cameAt, CancellationToken cancellationToken)
    {
        var policy = await policies.CurrentAsync(cancellationToken);
        if (policy.LineFor(message.To, message.Unknown.GetValueOrDefault(MessagingService)) is not { } line)
            return null;

        var profile = ProfileId.Of(message.From);
        var decision = await loop.HandleAsync(profile, new TakeInMessage(message, line.Id, cameAt), cancellationToken);

        // What the directory had told of them was erased, and it tells nothing by itself of whom nobody knows.
        if (decision is Decision.Changed { Conversation.Profile: { IsUnmatched: true, Address: var address } })
            await links.RefreshAsync(address, cancellationToken);
        return decision switch
        {
            Decision.Changed changed => new(Replies(profile, changed.Entries.Where(entry => changed.Receipt!.Answers.Contains(entry.Sequence))), IsNew: true),
            Decision.Nothing before => new(await RepeatAsync(profile, before, cancellationToken), IsNew: false),
            _ => null,
        };
    }

    private async Task<IReadOnlyList<Reply>> RepeatAsync(ProfileId profile, Decision.Nothing before, CancellationToken cancellationToken)
    {
        Metrics.Duplicates.Add(1);
        if (before.Answers.IsEmpty)
            return [];

        return Replies(profile, await conversations.ReadLogAsync(profile, before.Answers[0], before.Answers[^1], cancellationToken));
    }

    private List<Reply> Replies(ProfileId profile, IEnumerable<LogEntry> entries) =>
    [
        .. from entry in entries
           let sent = entry.Fact as MessageSent
           where sent?.Delivery is { State: not DeliveryState.Pending } && sent.Automatic is not null && !entry.IsErased
           select new Reply(sent.Message.Text, callbacks.Of(profile, entry.Sequence)),
    ];
}

/// <param name="IsNew">Whether it was taken in just now, and not before.</param>
internal sealed record Taken(IReadOnlyList<Reply> Replies, bool IsNew);
