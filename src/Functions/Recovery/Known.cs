using System.Collections.Concurrent;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Interactions.Functions.Messaging.Provider;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Recovery;

/// <summary>
/// Tells which listed messages are here. Each is looked for once by each instance: what is here stays here, and checks overlap.
/// </summary>
internal sealed class Known(ConversationStore conversations, Unprocessed unprocessed, InboundChecks checks)
{
    private const int AtOnce = 16;

    private readonly ConcurrentDictionary<MessageSid, DateTimeOffset> _seen = new();

    /// <summary>Those that nobody took in or kept, in their order.</summary>
    public async Task<IReadOnlyList<ReceivedMessage>> MissingAmongAsync(IEnumerable<ReceivedMessage> messages, CancellationToken cancellationToken)
    {
        var unseen = messages.Where(message => !_seen.ContainsKey(message.Sid)).ToList();
        await Several.ForEachAsync(unseen, AtOnce, async (message, within) =>
        {
            if (await IsHereAsync(message, within))
                See(message);
        }, cancellationToken);
        return [.. unseen.Where(message => !_seen.ContainsKey(message.Sid))];
    }

    public void See(ReceivedMessage message) => _seen[message.Sid] = message.CameAt;

    /// <summary>What no check will list again need not be remembered.</summary>
    public void Forget(DateTimeOffset before)
    {
        foreach (var (sid, cameAt) in _seen)
        {
            if (cameAt < before)
                _seen.TryRemove(sid, out _);
        }
    }

    // What is kept waits for an operator. It is looked for before what an operator threw away, which is written before the other goes.
    private async Task<bool> IsHereAsync(ReceivedMessage message, CancellationToken cancellationToken) =>
        await conversations.FindReceiptAsync(ProfileId.Of(message.From), message.Sid.Value, cancellationToken) is not null
        || await unprocessed.FindAsync(message.Sid, cancellationToken) is not null
        || await checks.IsDiscardedAsync(message.Sid, cancellationToken);
}
