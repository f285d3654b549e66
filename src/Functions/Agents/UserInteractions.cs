using System.Globalization;
using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Http;
using Interactions.Functions.Security;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Agents;

/// <summary>
/// What a user wanted: first what is open, found through the profiles that are theirs, then what was closed. Indexes only say
/// where to look; what is shown is read from the records.
/// </summary>
internal sealed class UserInteractions(ConversationStore conversations, Records records, Indexes indexes, Sights sights, TimeProvider clock)
{
    private const string OpenPrefix = "o-";

    public async Task<Page<InteractionView>> ListAsync(
        Caller caller, UserId user, int limit, Cursor? after, CancellationToken cancellationToken)
    {
        var items = new List<InteractionView>();
        var profiles = await LoadAsync(user, cancellationToken);
        var sight = await sights.OfAsync(caller, cancellationToken);

        // Whoever has the user on one address has to know what they wanted on the others.
        var showsAll = profiles.Any(profile => profile.Profile?.User == user && sight.HasCustomer(profile));
        var isAmongOpen = after is not { } place || place.Value.StartsWith(OpenPrefix, StringComparison.Ordinal);
        if (isAmongOpen)
        {
            var open = OpenIn(profiles, user, after).Where(found => showsAll || sight.Shows(found.Interaction, found.Conversation)).ToList();
            items.AddRange(open.Take(limit).Select(found => ViewOf(found)));
            if (open.Count >= limit)
                return new(items, Opaque.Of(PlaceOf(open[limit - 1].Interaction)));
        }

        var closed = await indexes.UserHistoryAsync(user, limit - items.Count, isAmongOpen ? null : after, cancellationToken);
        foreach (var entry in closed.Items)
        {
            // The row is written before the closing is, which may then have come at another moment, or not at all.
            if (await records.FindAsync(entry.Id, cancellationToken) is { } found
                && found.Interaction.ClosedAt == entry.ClosedAt
                && (showsAll || sight.Shows(found.Interaction, found.Conversation)))
            {
                items.Add(ViewOf(found));
            }
        }

        return new(items, closed.Cursor is { } next ? Opaque.Of(next.Value) : null);
    }

    private async Task<IReadOnlyList<Conversation>> LoadAsync(UserId user, CancellationToken cancellationToken)
    {
        var profiles = await indexes.ProfilesOfAsync(user, cancellationToken);
        var loaded = await Task.WhenAll(profiles.Select(profile => conversations.LoadAsync(profile, cancellationToken)));
        return [.. loaded.Select(stored => stored.Conversation)];
    }

    private static IEnumerable<Records.Found> OpenIn(IEnumerable<Conversation> profiles, UserId user, Cursor? after) => profiles
        .SelectMany(profile => profile.Active.Select(open => new Records.Found(open, profile)))
        .Where(found => found.Interaction.OpenedFor == user)
        .Where(found => after is not { } place || string.CompareOrdinal(PlaceOf(found.Interaction), place.Value) > 0)
        .OrderBy(found => PlaceOf(found.Interaction), StringComparer.Ordinal);

    private InteractionView ViewOf(Records.Found found) =>
        InteractionView.Of(found.Interaction, found.Conversation.Profile, clock.GetUtcNow());

    // The newest first.
    private static string PlaceOf(Interaction open) => string.Create(
        CultureInfo.InvariantCulture, $"{OpenPrefix}{DateTimeOffset.MaxValue.Ticks - open.OpenedAt.UtcTicks:D19}-{open.Id}");
}
