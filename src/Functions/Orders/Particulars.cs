using Interactions.Domain.Interactions;
using Interactions.Domain.Values;
using Interactions.Functions.Agents;
using Interactions.Functions.Http;
using Interactions.Functions.Security;

namespace Interactions.Functions.Orders;

/// <summary>What somebody has to know to make something of a refusal: what is new where they wrote without having read it, and how it is known that a customer said STOP.</summary>
internal sealed class Particulars(LogReader log, Sights sights)
{
    /// <summary>More is read in the log.</summary>
    private const int MostNews = 20;

    /// <param name="found">The record as it is now, which may be seen; null where there is none yet.</param>
    public async Task<Problem> AddToAsync(
        Problem problem, Refusal refusal, Caller caller, Command command, Conversation conversation, Records.Found? found, CancellationToken cancellationToken) =>
        (refusal, command, found) switch
        {
            (Refusal.StaleView, SendReply { LastSeen: { } seen }, { } stale) => await WithNewsAsync(problem, stale, seen, cancellationToken),
            (Refusal.OptedOut, _, { } optedOut) => WithConsent(problem, optedOut.Conversation, optedOut.Interaction.Line),
            (Refusal.OptedOut, StartInteraction start, null) when (await sights.OfAsync(caller, cancellationToken)).Shows(conversation) =>
                WithConsent(problem, conversation, start.Line),
            _ => problem,
        };

    // Whoever has an interaction may read all of it.
    private async Task<Problem> WithNewsAsync(Problem problem, Records.Found found, long seen, CancellationToken cancellationToken)
    {
        var news = await log.ReadAsync(found, seen + 1, MostNews, cancellationToken);
        return problem with { News = news.Items, HasMoreNews = news.Cursor is not null };
    }

    // It may have been taken back meanwhile.
    private static Problem WithConsent(Problem problem, Conversation conversation, LineId line) =>
        conversation.HasOptedOutOf(line) ? problem with { Consent = ConsentView.Of(conversation.ConsentOn(line)!) } : problem;
}
