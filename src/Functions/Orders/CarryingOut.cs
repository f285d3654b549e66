using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Agents;
using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Http;
using Interactions.Functions.Storage.Desks;
using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Orders;

/// <summary>Carries out what somebody orders about one interaction, and shows the record as it is then.</summary>
internal sealed class CarryingOut(CommitLoop loop, Records records, DeskStore desks, TimeProvider clock)
{
    // Storing an offer takes no longer than a few steps once the desk shows it.
    private const int MostLooks = 4;

    public async Task<IResult> AnswerAsync(HttpRequest request, string text, Func<InteractionId, InteractionCommand> order)
    {
        if (!Preconditions.TryRead(request, out var preconditions, out var wrong))
            return wrong;
        var (named, problem) = await IdOfAsync(text, request.HttpContext.RequestAborted);
        if (named is not { } id)
            return problem!;

        // Once begun it is carried out, whether or not somebody waits for the answer: only time ends the attempt.
        using var limit = new CancellationTokenSource(Patience.Limit, clock);
        var decision = await GiveAsync(order(id), preconditions, limit.Token);
        var found = decision is Decision.Changed changed ? AsChanged(id, changed) : await records.FindAsync(id, limit.Token);
        return (decision, found) switch
        {
            (Decision.Refused { Reason: var reason }, _) => Problems.Refused(reason, found?.Interaction),
            (_, null) => Problems.NotFound("interaction"),
            _ => RecordAnswer.Of(found, request, clock.GetUtcNow()),
        };
    }

    // An id needs no looking up: whether there is such an interaction is seen when the order is given.
    private async Task<(InteractionId? Id, Problem? Problem)> IdOfAsync(string text, CancellationToken cancellationToken)
    {
        if (InteractionId.TryParse(text, null, out var id))
            return (id, null);
        var (found, problem) = await records.FindAsync(text, cancellationToken);
        return (found?.Interaction.Id, problem);
    }

    private async Task<Decision> GiveAsync(InteractionCommand command, Preconditions preconditions, CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            var decision = await loop.HandleAsync(command.Id.Profile, command, cancellationToken, isMeant: preconditions.Allow);
            if (decision is not Decision.Refused { Reason: Refusal.NotOfferedToYou } || look == MostLooks)
                return decision;
            if (!await IsBeingOfferedAsync(command, cancellationToken))
                return decision;
            await Task.Delay(Jitter.Before(look), clock, cancellationToken);
        }
    }

    // The desk shows an offer a moment before it is stored, and whoever waits for it may be as fast.
    private async Task<bool> IsBeingOfferedAsync(InteractionCommand command, CancellationToken cancellationToken) =>
        command.By.Agent is { } agent
        && (await desks.OpenAsync(agent, cancellationToken)).Find(command.Id) is { Handling: Handling.Offered };

    private static Records.Found AsChanged(InteractionId id, Decision.Changed changed) =>
        new(changed.Conversation.Find(id) ?? changed.Closed.Single(closed => closed.Id == id), changed.Conversation);
}
