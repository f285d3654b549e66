using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Interactions.Functions.Storage;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Privacy;

/// <summary>Takes what is personal out of a profile's rows, a hundred at a time, once its head says that it is gone.</summary>
internal sealed class ErasureSteps(
    Erasures erasures,
    PersonalRows rows,
    Indexes indexes,
    ConversationStore conversations,
    Unprocessed unprocessed,
    ProviderErasure provider,
    TimeProvider clock,
    ILogger<ErasureSteps> logger)
{
    private const int PartsBetweenNotes = 5;

    /// <summary>Whether nothing is left to do.</summary>
    public async Task<bool> GoOnAsync(StoredErasure stored, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var going = stored;
        while (going is not null)
        {
            var next = going.Erasure.Stage switch
            {
                ErasureStage.Rows => await EraseRowsAsync(going.Erasure, until, cancellationToken),
                ErasureStage.Unprocessed => await EraseUnprocessedAsync(going.Erasure, cancellationToken),
                _ => await provider.EraseAsync(going.Erasure, until, cancellationToken),
            };
            if (next is null)
            {
                await erasures.EndAsync(going, cancellationToken);
                logger.ErasedEverywhere(going.Erasure.Profile);
                return true;
            }

            going = await erasures.ReplaceAsync(going, next, cancellationToken);
            if (next.NotBefore > clock.GetUtcNow() || clock.GetUtcNow() >= until)
                return false;
        }

        // Somebody else goes on with it.
        return false;
    }

    private async Task<ProfileErasure> EraseRowsAsync(ProfileErasure erasure, DateTimeOffset until, CancellationToken cancellationToken)
    {
        for (var read = 0; read < PartsBetweenNotes; read++)
        {
            var part = await rows.ReadAsync(erasure.Profile, erasure.Place, erasure.Part!, clock.GetUtcNow(), cancellationToken);
            await ForgetAsync(erasure.Profile, part, cancellationToken);

            // Where a message got further meanwhile, the same part is read again.
            if (!await rows.EraseAsync(part, cancellationToken))
                continue;
            if (part.Next is null)
                return erasure with { Stage = ErasureStage.Unprocessed, Place = null };
            erasure = erasure with { Place = part.Next };
            if (clock.GetUtcNow() >= until)
                break;
        }

        return erasure;
    }

    // Before the rows by which alone it is known whose they were.
    private async Task ForgetAsync(ProfileId profile, PersonalPart part, CancellationToken cancellationToken)
    {
        await Task.WhenAll(part.Rows.Select(row => row.Closed).OfType<Interaction>().Select(closed => indexes.ForgetUserAsync(closed, cancellationToken)));
        var users = part.Rows.Select(row => row.Linked ?? row.Closed?.OpenedFor).OfType<UserId>().ToHashSet();
        if (users.Count == 0)
            return;
        var now = (await conversations.LoadAsync(profile, cancellationToken)).Conversation.Profile?.User;
        await Task.WhenAll(users.Where(user => user != now).Select(user => indexes.ForgetProfileAsync(user, profile, cancellationToken)));
    }

    // What somebody wrote since then and nobody could take in yet still waits, where nobody wants to be forgotten.
    private async Task<ProfileErasure> EraseUnprocessedAsync(ProfileErasure erasure, CancellationToken cancellationToken)
    {
        if (erasure.By.Kind != ActorKind.Timer)
            await unprocessed.RemoveAsync(message => message.ReceivedAt <= erasure.Part!.At && message.IsFrom(erasure.Profile), cancellationToken);
        return erasure with { Stage = ErasureStage.Provider, Place = null };
    }
}
