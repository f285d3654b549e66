using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Agents;
using Interactions.Functions.Commit;
using Interactions.Functions.Hosting;
using Interactions.Functions.Http;
using Interactions.Functions.Security;
using Interactions.Functions.Storage;
using Interactions.Functions.Storage.Desks;
using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Orders;

/// <summary>Carries out what somebody orders, once for each request that has a name, and tells what came of it.</summary>
internal sealed class CarryingOut(
    CommitLoop loop, ConversationStore conversations, Records records, DeskStore desks, Sights sights, Particulars particulars, TimeProvider clock)
{
    // Storing an offer takes no longer than a few steps once the desk shows it.
    private const int MostLooks = 4;

    /// <summary>About one interaction, which is named by its id or number.</summary>
    public async Task<IResult> AnswerAsync(
        HttpRequest request, Caller caller, string text, Func<InteractionId, InteractionCommand> order, Telling? telling = null)
    {
        var (named, problem) = await IdOfAsync(caller, text, request.HttpContext.RequestAborted);
        return named is { } id
            ? await AnswerAsync(request, caller, new Errand(order(id), id.Profile, id.ToString(), _ => id), telling ?? Telling.Record)
            : problem!;
    }

    public async Task<IResult> AnswerAsync(HttpRequest request, Caller caller, Errand errand, Telling telling)
    {
        if (!Preconditions.TryRead(request, out var preconditions, out var wrong) || !RequestKey.TryRead(request, out var key, out wrong))
            return wrong;

        // Once begun it is carried out, whether or not somebody waits for the answer: only time ends the attempt.
        using var limit = new CancellationTokenSource(Patience.Limit, clock);
        KeptAnswer? told = null;
        var named = key is null && telling.IsRecord ? null : new NamedRequest(
            RequestKey.NameOf(request, caller, errand.Subject, key),
            Body.HashOf(request),
            changed => told = telling.Tell(errand, changed, clock.GetUtcNow()));
        var terms = new Terms
        {
            IsMeant = preconditions.Allow,
            MaySee = (interaction, conversation, policy) => sights.Shows(caller, interaction, conversation, policy),
            Request = named,
        };
        var decision = await GiveAsync(errand, terms, limit.Token);
        if (decision is Decision.Changed changed)
            return new KeptResult(told ?? telling.Tell(errand, changed, clock.GetUtcNow()));
        if (named is not null && await conversations.FindRequestAsync(errand.Profile, named.Name, limit.Token) is { } before)
            return before.Answer.IsErased ? Problems.NotFound("interaction") : before.Body == named.Body ? new KeptResult(before.Answer) : Problems.KeyReused();
        return await ExplainAsync(request, caller, errand, decision, limit.Token);
    }

    // Nothing was changed: because it may not be, or because it is so already.
    private async Task<IResult> ExplainAsync(
        HttpRequest request, Caller caller, Errand errand, Decision decision, CancellationToken cancellationToken)
    {
        var refused = decision as Decision.Refused;
        var refusal = refused?.Reason;
        if (refusal == Refusal.NotFound)
            return Problems.NotFound("interaction");

        var conversation = (await conversations.LoadAsync(errand.Profile, cancellationToken)).Conversation;
        var found = errand.IdIn(conversation) is { } id ? await records.FindAsync(id, cancellationToken) : null;
        if (found is not null && !await sights.ShowsAsync(caller, found.Interaction, found.Conversation, cancellationToken))
        {
            // Whoever wants to begin has to know why they cannot, and no more.
            return errand.Command is OpeningCommand && refusal is { } why ? Problems.Refused(why, interaction: null) : Problems.NotFound("interaction");
        }

        if (refusal is { } reason)
        {
            var problem = Problems.Refused(reason, found?.Interaction, refused!.Grounds);
            return await particulars.AddToAsync(problem, reason, caller, errand.Command, conversation, found, cancellationToken);
        }

        return found is null ? Problems.NotFound("interaction") : RecordAnswer.Of(found, request, clock.GetUtcNow());
    }

    // An id needs no looking up: whether there is such an interaction is seen when the order is given.
    private async Task<(InteractionId? Id, Problem? Problem)> IdOfAsync(Caller caller, string text, CancellationToken cancellationToken)
    {
        if (InteractionId.TryParse(text, null, out var id))
            return (id, null);
        var (found, problem) = await records.FindAsync(caller, text, cancellationToken);
        return (found?.Interaction.Id, problem);
    }

    private async Task<Decision> GiveAsync(Errand errand, Terms terms, CancellationToken cancellationToken)
    {
        var command = errand.Command with { Name = terms.Request?.Name };
        for (var look = 1; ; look++)
        {
            var decision = await loop.HandleAsync(errand.Profile, command, cancellationToken, terms: terms);
            if (decision is not Decision.Refused { Reason: Refusal.NotOfferedToYou } || look == MostLooks || command is not InteractionCommand order)
                return decision;
            if (!await IsBeingOfferedAsync(order, cancellationToken))
                return decision;
            await Task.Delay(Jitter.Before(look, clock), clock, cancellationToken);
        }
    }

    // The desk shows an offer a moment before it is stored, and whoever waits for it may be as fast.
    private async Task<bool> IsBeingOfferedAsync(InteractionCommand command, CancellationToken cancellationToken) =>
        command.By.Agent is { } agent
        && (await desks.OpenAsync(agent, cancellationToken)).Find(command.Id) is { Handling: Handling.Offered };
}
