using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Http;
using Interactions.Functions.Security;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Agents;

/// <summary>Finds interactions, open or closed, by id or by number.</summary>
internal sealed class Records(ConversationStore conversations, Indexes indexes, Sights sights)
{
    /// <summary>An interaction together with the conversation it is part of.</summary>
    public sealed record Found(Interaction Interaction, Conversation Conversation);

    /// <summary>By whichever of the two somebody wrote, if they may see it.</summary>
    public async Task<(Found? Found, Problem? Problem)> FindAsync(Caller caller, string text, CancellationToken cancellationToken)
    {
        Found? found;
        if (InteractionNumber.TryParse(text, null, out var number))
            found = await FindAsync(number, cancellationToken);
        else if (InteractionId.TryParse(text, null, out var id))
            found = await FindAsync(id, cancellationToken);
        else
            return (null, Problems.InvalidId("an interaction"));
        return found is not null && await sights.ShowsAsync(caller, found.Interaction, found.Conversation, cancellationToken)
            ? (found, null)
            : (null, Problems.NotFound("interaction"));
    }

    public async Task<Found?> FindAsync(InteractionNumber number, CancellationToken cancellationToken)
    {
        // The row of a number is written first, and may name an interaction that was never opened, or got another number.
        var id = await indexes.FindNumberAsync(number, cancellationToken);
        var found = id is { } named ? await FindAsync(named, cancellationToken) : null;
        return found?.Interaction.Number == number ? found : null;
    }

    public async Task<Found?> FindAsync(InteractionId id, CancellationToken cancellationToken)
    {
        var conversation = (await conversations.LoadAsync(id.Profile, cancellationToken)).Conversation;
        var interaction = conversation.Find(id) ?? await FindClosedAsync(id, conversation, cancellationToken);
        return interaction is null ? null : new(interaction, conversation);
    }

    // What comes later than anything that was ever opened need not be looked for.
    private async Task<Interaction?> FindClosedAsync(InteractionId id, Conversation conversation, CancellationToken cancellationToken) =>
        conversation.MayHaveClosed(id) ? await conversations.FindClosedAsync(id, cancellationToken) : null;
}
