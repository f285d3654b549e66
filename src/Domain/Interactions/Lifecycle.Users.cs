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
        if (profile is { LinkedByHand: true } || profile?.User == match)
            return null;

        draft.Meet(order.Address);
        Belong(draft, match, byHand: false);
        return null;
    }

    private static Refusal? Link(Draft draft, LinkUser order)
    {
        if (draft.Conversation.Profile is not { } profile)
            return Refusal.NotFound;
        if (profile.LinkedByHand && profile.User == order.User)
            return null;

        Belong(draft, order.User, byHand: true);
        return null;
    }

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
