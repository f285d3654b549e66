using Azure;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Storage;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Privacy;

/// <summary>
/// Erases conversations in which nothing happened for longer than is kept: day after day that passes out of it, each once. Whoever was closed
/// or heard that day is looked at, and left where something came later, which brings them up again on a day of its own.
/// </summary>
internal sealed class Retention(
    RetentionSettings settings,
    Erasures erasures,
    QuietProfiles quiet,
    ConversationStore conversations,
    UnprocessedErasure unprocessed,
    Erasing erasing,
    TimeProvider clock,
    ILogger<Retention> logger)
{
    private const int RowsBetweenNotes = 50;

    public async Task RunAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (settings.FirstKept(clock.GetUtcNow()) is not { } firstKept)
            return;
        var (place, etag) = await erasures.FindPlaceAsync(cancellationToken);
        if (place.Day >= firstKept && place.Discarded >= firstKept)
            return;
        var walk = new Walk(place.Day is null ? await BeginningAsync(firstKept, cancellationToken) : place, etag);
        if (place.Day is null && walk.Place.Day == firstKept && !await MoveAsync(walk, cancellationToken))
            return;
        while (walk.Place.Day < firstKept && clock.GetUtcNow() < until)
        {
            if (!await WalkAsync(walk, firstKept, until, cancellationToken))
                return;
        }

        if (walk.Place.Day >= firstKept)
            await DiscardAsync(walk, firstKept, cancellationToken);
    }

    private async Task<RetentionPlace> BeginningAsync(DateOnly firstKept, CancellationToken cancellationToken) =>
        new(await quiet.FirstDayAsync(cancellationToken) is { } first && first < firstKept ? first : firstKept, Heard: false, null);

    // False where somebody else walks here, or the time is over.
    private async Task<bool> WalkAsync(Walk walk, DateOnly firstKept, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (day, looked) = (walk.Place.Day!.Value, 0);
        await foreach (var (profile, row) in quiet.OnAsync(day, walk.Place.Heard, walk.Place.After, cancellationToken))
        {
            await LookAsync(profile, firstKept, until, cancellationToken);
            if (walk.Place.Heard)
                await quiet.RemoveAsync(day, profile, cancellationToken);
            walk.Place = walk.Place with { After = row };
            if (++looked % RowsBetweenNotes == 0 && !await MoveAsync(walk, cancellationToken))
                return false;
            if (clock.GetUtcNow() >= until)
            {
                await MoveAsync(walk, cancellationToken);
                return false;
            }
        }

        walk.Place = walk.Place with { Day = walk.Place.Heard ? day.AddDays(1) : day, Heard = !walk.Place.Heard, After = null };
        return await MoveAsync(walk, cancellationToken);
    }

    private async Task<bool> MoveAsync(Walk walk, CancellationToken cancellationToken)
    {
        walk.ETag = await erasures.MoveAsync(walk.Place, walk.ETag, cancellationToken);
        return walk.ETag is not null;
    }

    private async Task LookAsync(ProfileId profile, DateOnly firstKept, DateTimeOffset until, CancellationToken cancellationToken)
    {
        try
        {
            var stored = await conversations.LoadAsync(profile, cancellationToken);
            if (stored is not { ETag: not null, Conversation: { Active.IsEmpty: true, IsErasedWhole: false } conversation })
                return;
            var last = conversation.NextSequence - 1;
            var at = (await conversations.FindEntryAsync(profile, last, cancellationToken))?.Entry.At;
            if (at is { } time && DateOnly.FromDateTime(time.UtcDateTime) is var day && day >= firstKept)
                await quiet.PutAsync(day, profile, cancellationToken);
            else
                await erasing.EraseAsync(profile, Actor.Timer, last, until, cancellationToken);
        }
        catch (Exception fault) when (!Outage.Is(fault))
        {
            // One that cannot be read keeps nobody else from being forgotten, and is looked at again with the next day.
            logger.NotErased(profile, fault);
            await quiet.PutAsync(firstKept, profile, cancellationToken);
        }
    }

    // What nobody could take in is somebody's words too. Where Twilio does not part with something yet, in a minute it is asked again.
    private async Task DiscardAsync(Walk walk, DateOnly firstKept, CancellationToken cancellationToken)
    {
        if (!await unprocessed.EraseBeforeAsync(new DateTimeOffset(firstKept, TimeOnly.MinValue, TimeSpan.Zero), cancellationToken))
            return;
        walk.Place = walk.Place with { Discarded = firstKept };
        await MoveAsync(walk, cancellationToken);
    }

    private sealed class Walk(RetentionPlace place, ETag? etag)
    {
        public RetentionPlace Place { get; set; } = place;

        public ETag? ETag { get; set; } = etag;
    }
}
