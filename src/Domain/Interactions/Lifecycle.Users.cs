using Interactions.Domain.Values;

namespace Interactions.Domain.Interactions;

/// <summary>Whose profile it is.</summary>
public static partial class Lifecycle
{
    // Exactly one user with the address: theirs. More than one, or none: nobody's. What a person decided stays.
    private static Refusal? Match(Draft draft, MatchUsers order)
    {
        UserId? match = order.Users.Length == 1 ? order.Users[0] : null;
        var profile = draft.Conversation.Profile;
        if (profile is { LinkedByHand: true } || (profile?.User == match && (match is null || profile?.Traits == TraitsOf(order))))
            return null;

        draft.Meet(order.Address);
        if (profile?.User != match)
            Belong(draft, match, byHand: false);
        Describe(draft, match is null ? Traits.None : TraitsOf(order));
        return null;
    }

    private static Refusal? Link(Draft draft, LinkUser order)
    {
        if (draft.Conversation.Profile is not { } profile)
            return Refusal.NotFound;
        var traits = order.Traits ?? (profile.User == order.User ? profile.Traits : Traits.None);
        if (profile.LinkedByHand && profile.User == order.User && profile.Traits == traits)
            return null;

        if (!profile.LinkedByHand || profile.User != order.User)
            Belong(draft, order.User, byHand: true);
        Describe(draft, traits);
        return null;
    }

    private static Traits TraitsOf(MatchUsers order) => order.Traits ?? Traits.None;

    private static void Describe(Draft draft, Traits traits) =>
        draft.Change(conversation => conversation with { Profile = conversation.Profile! with { Traits = traits } });

    private static void Belong(Draft draft, UserId? user, bool byHand)
    {
        var before = draft.Conversation.Profile!.User;
        draft.Log(new UserLinked(user, byHand));
        draft.Change(conversation => conversation with
        {
            Profile = conversation.Profile! with { User = user, LinkedByHand = byHand },
        });
        foreach (var interaction in draft.Conversation.Active.Where(open => open.OpenedFor is null || open.OpenedFor == before))
            draft.Put(interaction with { OpenedFor = user });
    }
}
