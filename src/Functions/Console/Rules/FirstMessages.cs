using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Agents;
using Interactions.Functions.Storage;

namespace Interactions.Functions.Console.Rules;

/// <summary>Finds the message for which the rules were asked when an interaction was opened.</summary>
internal sealed class FirstMessages(Records records, ConversationStore conversations)
{
    /// <summary>Null where they were not asked, did not choose the queue, or what was written is erased.</summary>
    public async Task<FirstMessage?> FindAsync(InteractionId id, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(id, cancellationToken) is not { Interaction: { Parent: null, IsErased: false } interaction, Conversation: var conversation })
            return null;

        // A customer's message is the next entry after the opening that it caused.
        var first = interaction.FirstSequence;
        if (await conversations.ReadLogAsync(id.Profile, first, first + 1, cancellationToken) is not
            [{ By.Kind: ActorKind.Customer, Fact: InteractionOpened }, { Fact: MessageReceived { Message: var message }, At: var at }])
        {
            return null;
        }

        // The language is what it was; of the attributes only what is known today is known.
        var traits = conversation.Profile?.Traits ?? Traits.None;
        return new(interaction, message.Text, at, traits with { Language = interaction.Language });
    }
}

/// <param name="At">When the rules were asked.</param>
internal sealed record FirstMessage(Interaction Interaction, string Text, DateTimeOffset At, Traits Traits);
