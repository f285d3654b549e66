using Interactions.Domain.Messages;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Storage;
using Interactions.Functions.Webhooks;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Console;

/// <summary>
/// Takes in what was kept unprocessed. It is removed only after it is in a conversation; played twice, the second finds the first.
/// </summary>
internal sealed class Replay(Intake intake, ConversationStore conversations, Unprocessed unprocessed, TimeProvider clock, ILogger<Replay> logger)
{
    private const int Most = 1000;

    /// <summary>Everything there is, in the order in which it came: a customer's second text makes no sense before the first.</summary>
    public async Task<ReplayReport> TakeInAllAsync(CancellationToken cancellationToken)
    {
        var found = await unprocessed.ListAsync(Most, null, cancellationToken);
        var failures = 0;
        foreach (var message in found.Items.OrderBy(message => message.ReceivedAt))
            failures += await TakeInAsync(message) is null ? 0 : 1;
        return new ReplayReport(found.Items.Count - failures, failures, found.Cursor is not null);
    }

    /// <summary>
    /// Null when it was taken in or is not there any more, otherwise why it still cannot be. Once begun it is carried through, whether or not somebody
    /// waits for the answer.
    /// </summary>
    public async Task<string?> TakeInAsync(UnprocessedMessage kept)
    {
        using var limit = new CancellationTokenSource(Patience.Limit, clock);
        var cancellationToken = limit.Token;

        // Between the list and its turn somebody may have had it erased or discarded.
        if (await unprocessed.FindAsync(kept.Sid, cancellationToken) is null)
            return null;
        if (await FailureOfAsync(kept, cancellationToken) is { } reason)
        {
            return await unprocessed.ReplaceAsync(kept with { Reason = reason, Attempts = kept.Attempts + 1 }, cancellationToken) ? reason : null;
        }

        await unprocessed.RemoveAsync(kept.Sid, cancellationToken);
        return null;
    }

    private async Task<string?> FailureOfAsync(UnprocessedMessage kept, CancellationToken cancellationToken)
    {
        if (InboundMessages.Parse(UnprocessedForm.Read(kept)) is not Parsed<InboundMessage>.Understood { Value: var message })
            return UnprocessedReasons.Unreadable;

        try
        {
            // Long ago perhaps, by way of the fallback: nothing needs to be announced to find that out.
            if (await conversations.FindReceiptAsync(ProfileId.Of(message.From), message.Sid.Value, cancellationToken) is not null)
                return null;
            return await intake.TakeAsync(message, kept.ReceivedAt, cancellationToken) is null ? UnprocessedReasons.NoLine : null;
        }
        catch (Exception fault) when (!Outage.Is(fault))
        {
            logger.NotTakenIn(fault);
            return fault.GetType().Name;
        }
    }
}
