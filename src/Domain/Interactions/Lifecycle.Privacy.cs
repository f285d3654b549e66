using Interactions.Domain.Privacy;

namespace Interactions.Domain.Interactions;

/// <summary>What customers and the law may ask for: to be forgotten, and to know what is known of them.</summary>
public static partial class Lifecycle
{
    private static Refusal? Erase(Draft draft, EraseProfile order)
    {
        var conversation = draft.Conversation;
        if (conversation.Version == 0)
            return Refusal.NotFound;
        if (!conversation.Active.IsEmpty)
            return draft.Refuse(Refusal.StillOpen, new Grounds(Open: [.. conversation.Active.Select(open => open.Id)]));
        if (conversation.IsErasedWhole)
            return null;
        if (order.LastSeen is { } seen && seen != conversation.NextSequence - 1)
            return Refusal.Outdated;

        var sequence = draft.Log(new ProfileErased());
        draft.Change(before => Erasure.Of(before) with { Erased = new ErasedPart(draft.Now, sequence - 1, before.NextOrdinal) });
        return null;
    }

    private static Refusal? Export(Draft draft)
    {
        if (draft.Conversation.Version == 0)
            return Refusal.NotFound;
        draft.Log(new ProfileExported());
        return null;
    }
}
