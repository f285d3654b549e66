using Interactions.Domain.Interactions;
using Interactions.Domain.Privacy;
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
    UnprocessedErasure unprocessed,
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
                ErasureStage.Unprocessed => await unprocessed.EraseAsync(going.Erasure, cancellationToken),
                _ => await provider.EraseAsync(going.Erasure, until, cancellationToken),
            };
            if (next is null)
            {
                // Meanwhile more may have come to go, and whoever wanted that may be gone.
                if (await HeadOfAsync(going.Erasure.Profile, cancellationToken) is { } part && part != going.Erasure.Part)
                {
                    going = await erasures.ReplaceAsync(going, going.Erasure.Of(part), cancellationToken);
                    continue;
                }

                if (!await erasures.EndAsync(going, cancellationToken))
                    return false;
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
            await ForgetAsync(erasure, part, cancellationToken);

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
    private async Task ForgetAsync(ProfileErasure erasure, PersonalPart part, CancellationToken cancellationToken)
    {
        var profile = erasure.Profile;
        var closed = part.Rows.Select(row => row.Closed).OfType<Interaction>().ToList();
        await Task.WhenAll(closed.Select(each => indexes.ForgetUserAsync(each, cancellationToken)));
        var users = part.Rows.Select(row => row.Linked ?? row.Closed?.OpenedFor).OfType<UserId>().ToHashSet();
        if (users.Count == 0)
            return;
        await Task.WhenAll(users.Select(user => indexes.ForgetHistoryAsync(user, profile, erasure.Part!, cancellationToken)));
        var now = await UserOfAsync(profile, cancellationToken);
        await Task.WhenAll(users.Where(user => user != now).Select(user => indexes.ForgetProfileAsync(user, profile, cancellationToken)));

        // Linked to one of them in between, it lost what leads to it.
        if (await UserOfAsync(profile, cancellationToken) is { } linked && linked != now && users.Contains(linked))
            await indexes.ApplyAsync(new IndexTouch.UserOf(profile, linked), cancellationToken);
    }

    private async Task<UserId?> UserOfAsync(ProfileId profile, CancellationToken cancellationToken) =>
        (await conversations.LoadAsync(profile, cancellationToken)).Conversation.Profile?.User;

    private async Task<ErasedPart?> HeadOfAsync(ProfileId profile, CancellationToken cancellationToken) =>
        (await conversations.LoadAsync(profile, cancellationToken)).Conversation.Erased;
}
