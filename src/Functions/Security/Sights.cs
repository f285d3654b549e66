using Interactions.Domain.Interactions;
using Interactions.Domain.Policies;
using Interactions.Domain.Values;
using Interactions.Functions.Hosting;
using Interactions.Functions.Storage.Configuration;
using Microsoft.Extensions.Logging;

namespace Interactions.Functions.Security;

/// <summary>Tells what somebody may see by what is configured now. That somebody looked for more is noted, and not told.</summary>
internal sealed class Sights(PolicySource policies, ILogger<Sights> logger)
{
    public async ValueTask<Sight> OfAsync(Caller caller, CancellationToken cancellationToken) =>
        new(caller, await policies.CurrentAsync(cancellationToken));

    public async ValueTask<bool> ShowsAsync(Caller caller, Interaction interaction, Conversation conversation, CancellationToken cancellationToken) =>
        Noted(caller, $"interaction {interaction.Id}", (await OfAsync(caller, cancellationToken)).Shows(interaction, conversation));

    public bool Shows(Caller caller, Interaction interaction, Conversation conversation, Policy policy) =>
        Noted(caller, $"interaction {interaction.Id}", new Sight(caller, policy).Shows(interaction, conversation));

    public async ValueTask<bool> ShowsAsync(Caller caller, Conversation conversation, CancellationToken cancellationToken) =>
        Noted(caller, $"customer {conversation.Id}", (await OfAsync(caller, cancellationToken)).Shows(conversation));

    public async ValueTask<bool> ShowsAsync(Caller caller, QueueId queue, CancellationToken cancellationToken) =>
        Noted(caller, $"queue {queue}", (await OfAsync(caller, cancellationToken)).Shows(queue));

    private bool Noted(Caller caller, string what, bool isShown)
    {
        if (!isShown)
            logger.Hidden(caller.Id, what);
        return isShown;
    }
}
