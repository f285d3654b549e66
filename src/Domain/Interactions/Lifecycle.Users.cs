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

        // Of whom nobody knows any more until they write again, the directory tells nothing either.
        if (profile is null && draft.Conversation.Erased is not null)
            return null;
        if (profile is { IsUnmatched: true })
            draft.Change(conversation => conversation with { Profile = profile = profile with { IsUnmatched = false } });
        if (profile is { LinkedByHand: true } || (profile?.User == match && (match is null || profile?.Traits == TraitsOf(order))))
            return null;

        draft.Meet(order.Address);
        if (profile?.User != match)
            Belong(draft, match, byHand: false);
        Describe(draft, match is null ? Traits.None : TraitsOf(order));
        return null;
    }

    private static Refusal? Link(Draft draft, UserId? user, Traits? known)
    {
        if (draft.Conversation.Profile is not { } profile)
            return Refusal.NotFound;
        var traits = known ?? (profile.User == user ? profile.Traits : Traits.None);
        if (profile.LinkedByHand && profile.User == user && profile.Traits == traits)
            return null;

        if (!profile.LinkedByHand || profile.User != user)
            Belong(draft, user, byHand: true);
        Describe(draft, traits);
        return null;
    }

    private static Refusal? Correct(Draft draft, CorrectProfile order)
    {
        if (draft.Conversation.Profile is not { } profile)
            return Refusal.NotFound;
        if (order.Called is { Value: var name } && (profile.Name != name || profile.NamedByHand != name is not null))
        {
            draft.Log(new ProfileRenamed(name));
            draft.Change(conversation => conversation with { Profile = profile with { Name = name, NamedByHand = name is not null } });
        }

        return order.User is { Value: var user } ? Link(draft, user, order.Traits) : null;
    }

    private static Refusal? Describe(Draft draft, DescribeUser order)
    {
        if (draft.Conversation.Profile?.User == order.User)
            Describe(draft, order.Traits);
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
