using System.Globalization;
using Interactions.Domain.Interactions;
using Interactions.Functions.Agents;
using Interactions.Functions.Http;
using Interactions.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Interactions.Functions.Attachments;

/// <summary>
/// What customers attached, for whoever may read the log: it lies at the provider, who hands it out to us alone. What we attached lies where
/// the log says, and is not fetched here.
/// </summary>
internal sealed class MediaFunction(Door door, Records records, ConversationStore conversations, MediaSource source, MediaLimits limits, TimeProvider clock)
{
    [Function("GetMedia")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/interactions/{id}/messages/{sequence}/media/{n}")] HttpRequest request,
        string id,
        string sequence,
        string n) =>
        door.LetInAsync(request, async caller =>
        {
            if (!TryRead(sequence, out var entry) || !TryRead(n, out var place))
                return Problems.InvalidId("something attached");
            var (found, problem) = await records.FindAsync(caller, id, request.HttpContext.RequestAborted);
            if (found is null)
                return problem!;
            if (await FindAsync(found.Interaction.Id, entry, place, request.HttpContext.RequestAborted) is not { } media)
                return Problems.NotFound("attachment");

            var (response, fault) = await source.OpenAsync(media.Url, request.HttpContext.RequestAborted);
            if (response is null)
                return fault!;
            request.HttpContext.Response.RegisterForDispose(response);
            return new MediaAnswer(response, MediaKind.Of(TypeOf(response), media.ContentType), $"{entry}-{place}", limits, clock);
        });

    // As it was said: what is no type at all is none that was announced either.
    private static string? TypeOf(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var types) ? types.ToString() : null;

    private static bool TryRead(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private async Task<Domain.Messages.Media?> FindAsync(Domain.Values.InteractionId id, long sequence, long place, CancellationToken cancellationToken)
    {
        var entry = sequence is >= 1 and <= LogPlace.Furthest ? (await conversations.FindEntryAsync(id.Profile, sequence, cancellationToken))?.Entry : null;
        return entry is { Fact: MessageReceived { Message.Media: var all } } && entry.Interaction == id && place < all.Length && all[(int)place].Url.Length > 0 ? all[(int)place] : null;
    }
}
