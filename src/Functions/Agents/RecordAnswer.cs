using Interactions.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Interactions.Functions.Agents;

/// <summary>An interaction's record as an answer, with the version of the conversation it is part of.</summary>
internal static class RecordAnswer
{
    public static IResult Of(Records.Found found, HttpRequest request, DateTimeOffset now) => JsonAnswer.Of(
        request,
        found.Conversation.Version,
        InteractionView.Of(found.Interaction, found.Conversation.Profile, now),
        AgentsJson.Default.InteractionView);
}
