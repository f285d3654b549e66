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
internal sealed class Replay(Intake intake, ConversationStore conversations, Unprocessed unprocessed, ILogger<Replay> logger)
{
    /// <summary>Null when it was taken in, otherwise why it still cannot be.</summary>
    public async Task<string?> TakeInAsync(UnprocessedMessage kept, CancellationToken cancellationToken)
    {
        if (await FailureOfAsync(kept, cancellationToken) is { } reason)
        {
            await unprocessed.PutAsync(kept with { Reason = reason, Attempts = kept.Attempts + 1 }, cancellationToken);
            return reason;
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
