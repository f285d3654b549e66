using System.Collections.Immutable;
using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Routing;
using Interactions.Domain.Values;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Users;

namespace Interactions.Functions.Console.Rules;

/// <summary>Says what would come of a message, by deciding it as if it came, and forgetting that again.</summary>
internal sealed class RuleTest(ConversationStore conversations, UserStore users)
{
    /// <summary>Null where there is no such user.</summary>
    public async Task<RuleTestView?> RunAsync(Sample sample, SampleDocument document, Policy policy, CancellationToken cancellationToken)
    {
        var conversation = await ConversationOfAsync(sample.Message.From, sample.From is not null, cancellationToken);
        var profile = conversation.Profile ?? new Profile(sample.Message.From, sample.At);
        if (sample.User is { } id)
        {
            if (await users.FindAsync(id, cancellationToken) is not { User.User: var user })
                return null;
            profile = profile with { User = id, Traits = user.Traits };
        }

        profile = profile with { Traits = With(profile.Traits, document) };
        conversation = conversation with { Profile = profile };
        return RuleTestView.Of(
            sample,
            conversation,
            Route.Of(sample.SubjectBy(profile.Traits), sample.Line, policy),
            sample.Decide(conversation, policy) as Decision.Changed,
            policy);
    }

    private async Task<Conversation> ConversationOfAsync(Address from, bool isKnown, CancellationToken cancellationToken) => isKnown
        ? (await conversations.LoadAsync(ProfileId.Of(from), cancellationToken)).Conversation
        : Conversation.Of(ProfileId.Of(from));

    private static Traits With(Traits traits, SampleDocument document) => new(
        document.Language ?? traits.Language,
        document.Attributes?.ToImmutableSortedDictionary(StringComparer.Ordinal) ?? traits.Attributes);
}
